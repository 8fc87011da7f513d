package io.databourse.settlement.payout;

/// What a bank says of a payment order.
public sealed interface PayoutResult {
    /// @param reference the bank's own number of the payment
    record Paid(String reference) implements PayoutResult {}

    /// Nothing was paid, and nothing will be.
    record Rejected(String reason) implements PayoutResult {}

    /// No answer, or none that says. The order may have been paid, or may yet be.
    record Unknown(String detail) implements PayoutResult {}

    /// The bank has never seen the order. Only an inquiry can say that.
    record NotReceived() implements PayoutResult {}
}
