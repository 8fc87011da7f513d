package io.databourse.settlement.payout;

/// The life of a payment order. SENDING: the bank is being asked, and may have paid if we crash.
/// UNKNOWN: it was asked, and nobody knows what it did; the payee is paid nothing more until that
/// is known.
public enum PayoutState {
    READY,
    SENDING,
    UNKNOWN,
    PAID,
    REJECTED;

    boolean isEnd() {
        return this == PAID || this == REJECTED;
    }
}
