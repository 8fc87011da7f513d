package io.databourse.settlement.reconciliation;

import java.time.Instant;

/// What happens when books are compared.
public sealed interface ReconciliationEvent {
    Instant at();

    /// A day was compared.
    record Reconciled(Reconciliation result, Instant at) implements ReconciliationEvent {}

    /// An operator has said what a difference was.
    record Resolved(TicketId id, TicketKind kind, String subject, String resolution, Instant at)
            implements ReconciliationEvent {}
}
