package io.databourse.ledger;

/// What an account has, on its normal side.
///
/// @param posted what has been moved
/// @param held what pending transfers have set aside of it
public record Balance(long posted, long held) {
    public long available() {
        return Math.subtractExact(posted, held);
    }
}
