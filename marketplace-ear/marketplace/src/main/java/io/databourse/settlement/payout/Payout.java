package io.databourse.settlement.payout;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import java.time.Instant;
import java.util.Optional;

/// A payment that the bank is asked to make.
///
/// @param attempts how often the bank was asked
/// @param reference the bank's own number
/// @param detail what the bank said
public record Payout(
        PayoutId id,
        BatchId batch,
        MerchantId party,
        String name,
        String creditCode,
        Money amount,
        PayoutState state,
        int attempts,
        Optional<String> reference,
        Optional<String> detail,
        Instant createdAt,
        Instant changedAt) {}
