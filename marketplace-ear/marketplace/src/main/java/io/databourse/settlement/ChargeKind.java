package io.databourse.settlement;

/// What is charged: one run, the calls of one slice, or less than nothing.
public enum ChargeKind {
    RUN,
    CALLS,
    REFUND
}
