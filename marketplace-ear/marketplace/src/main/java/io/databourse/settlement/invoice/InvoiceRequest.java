package io.databourse.settlement.invoice;

import io.databourse.settlement.StatementId;

/// Asks for an invoice over a closed statement of one's own.
///
/// @param seller a provider that one bought from, or `exchange` for the commission that one paid
public record InvoiceRequest(StatementId statementId, String seller) {}
