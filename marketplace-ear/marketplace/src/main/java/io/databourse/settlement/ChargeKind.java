package io.databourse.settlement;

/// What is charged: one run, the calls of one slice, a period that has begun, or less than nothing.
public enum ChargeKind {
    RUN,
    CALLS,
    PERIOD,
    REFUND
}
