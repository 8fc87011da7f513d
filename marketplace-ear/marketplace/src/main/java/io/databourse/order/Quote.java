package io.databourse.order;

import io.databourse.catalog.ListingId;
import io.databourse.catalog.PlanId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import java.time.Instant;
import java.util.List;

/// A price that holds for a quarter of an hour.
///
/// @param explanation how the amount came about, one step a line
public record Quote(
        QuoteId id,
        ListingId listingId,
        PlanId planId,
        String productName,
        MerchantId buyer,
        Money amount,
        long units,
        List<String> explanation,
        Instant expiresAt) {
    public Quote {
        explanation = List.copyOf(explanation);
    }
}
