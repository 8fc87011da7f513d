package io.databourse.ledger;

/// Pending sets aside, posted moves, voided and expired give back.
public enum TransferState {
    PENDING,
    POSTED,
    VOIDED,
    EXPIRED
}
