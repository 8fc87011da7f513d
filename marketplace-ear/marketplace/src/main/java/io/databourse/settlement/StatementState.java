package io.databourse.settlement;

/// The life of a statement, 结算单. A month that runs is OPEN; its books are cut into DRAFTs, which
/// operators approve and close.
public enum StatementState {
    OPEN,
    DRAFT,
    APPROVED,
    CLOSED
}
