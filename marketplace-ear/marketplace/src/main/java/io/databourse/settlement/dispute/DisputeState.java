package io.databourse.settlement.dispute;

/// The life of a dispute. A decision above the exchange's threshold is PROPOSED until a second
/// operator decides the same.
public enum DisputeState {
    OPEN,
    PROPOSED,
    UPHELD,
    PARTIAL,
    REJECTED,
    WITHDRAWN;

    boolean isOpen() {
        return this == OPEN || this == PROPOSED;
    }
}
