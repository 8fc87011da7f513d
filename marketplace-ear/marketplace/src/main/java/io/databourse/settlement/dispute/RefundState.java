package io.databourse.settlement.dispute;

/// A refund above the exchange's threshold is PROPOSED until a second operator approves it.
public enum RefundState {
    PROPOSED,
    POSTED
}
