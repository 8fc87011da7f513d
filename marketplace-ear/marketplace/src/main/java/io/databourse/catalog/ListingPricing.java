package io.databourse.catalog;

import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.book.PriceBook;
import java.util.Optional;

/// How use of a listing is counted, and what it costs beside the packs.
///
/// @param prices none if only packs are sold
public record ListingPricing(ChargingRule rule, Optional<PriceBook> prices) {
    public static final ListingPricing PACKS_ONLY =
            new ListingPricing(ChargingRule.STANDARD, Optional.empty());
}
