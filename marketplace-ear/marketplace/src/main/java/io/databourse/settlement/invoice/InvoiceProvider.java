package io.databourse.settlement.invoice;

/// A platform that issues tax invoices, 开票渠道.
///
/// An invoice is the same by its id: asked twice, a provider issues it once and answers the same.
/// What throws is asked again later. It is not called in a transaction of the exchange.
public interface InvoiceProvider {
    /// Its name, as it is shown; a simulated one says so.
    String name();

    InvoiceResult issue(Invoice invoice);
}
