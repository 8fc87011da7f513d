package io.databourse.settlement.invoice;

import io.databourse.money.Money;
import java.time.Instant;

/// What happens to invoices.
public sealed interface InvoiceEvent {
    InvoiceId id();

    String seller();

    String buyer();

    Instant at();

    /// One was asked for; a red one by the refund itself.
    record Requested(
            InvoiceId id, InvoiceKind kind, String seller, String buyer, Money gross, Instant at)
            implements InvoiceEvent {}

    /// The tax platform has answered.
    ///
    /// @param word the number, or why it was refused
    record Answered(
            InvoiceId id, String seller, String buyer, InvoiceState state, String word, Instant at)
            implements InvoiceEvent {}
}
