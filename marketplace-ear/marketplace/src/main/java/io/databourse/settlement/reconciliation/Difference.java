package io.databourse.settlement.reconciliation;

/// Two books that do not agree about one thing, or a rule that does not hold for it.
///
/// @param subject the job, charge, contract, transfer …
record Difference(TicketKind kind, String subject, String detail) {}
