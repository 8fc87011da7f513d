package io.databourse.settlement.invoice;

/// What a tax platform says of an invoice.
public sealed interface InvoiceResult {
    /// @param number of the invoice
    record Issued(String number) implements InvoiceResult {}

    /// Not as it is: nothing was issued.
    record Refused(String reason) implements InvoiceResult {}
}
