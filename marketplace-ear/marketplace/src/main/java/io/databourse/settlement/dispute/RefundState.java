package io.databourse.settlement.dispute;

/// The life of a refund. What a buyer or a provider ASKED for, an operator grants or declines;
/// above the exchange's threshold it is PROPOSED until a second operator approves it.
public enum RefundState {
    ASKED,
    PROPOSED,
    POSTED,
    DECLINED;

    boolean isOpen() {
        return this == ASKED || this == PROPOSED;
    }
}
