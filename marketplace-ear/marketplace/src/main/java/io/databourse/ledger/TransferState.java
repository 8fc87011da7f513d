package io.databourse.ledger;

/// Pending sets aside, posted moves, voided gives back.
public enum TransferState {
    PENDING,
    POSTED,
    VOIDED
}
