package io.databourse.ledger;

/// A transfer that was asked for.
public record Transfer(TransferId id, String subjectId, TransferState state) {}
