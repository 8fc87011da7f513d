package io.databourse.order;

import io.databourse.catalog.ListingId;
import io.databourse.catalog.PlanId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingTerms;
import io.databourse.pricing.book.ExplainedLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A price that holds for a quarter of an hour.
///
/// @param amount what is set aside when it is ordered
/// @param units how many units that pays for at least
/// @param explanation how the amount came about, one step a line
/// @param steps how the price of the expected use comes about
public record Quote(
        QuoteId id,
        ListingId listingId,
        Optional<PlanId> planId,
        String productName,
        MerchantId buyer,
        Money amount,
        long units,
        List<String> explanation,
        ChargingTerms charging,
        List<ExplainedLine> steps,
        Instant expiresAt) {
    public Quote {
        explanation = List.copyOf(explanation);
        steps = List.copyOf(steps);
    }
}
