package io.databourse.settlement.payout;

/// What an operator has found out, outside the system, about a payment of which nothing was known.
///
/// @param outcome PAID or REJECTED
/// @param reference the bank's number of the payment, or why there is none
public record PayoutResolution(PayoutState outcome, String reference) {}
