package io.databourse.catalog;

import io.databourse.registration.ProductId;
import java.util.List;
import java.util.Optional;

/// A merchant's wish to put a registered product on the shelf.
///
/// @param pricing what use costs beside the packs; packs only if it is not said
public record NewListing(
        ProductId productId,
        List<PlanOffer> plans,
        UsageTerms terms,
        Optional<NewPricing> pricing) {
    public NewListing {
        plans = List.copyOf(plans);
    }

    public NewListing(ProductId productId, List<PlanOffer> plans, UsageTerms terms) {
        this(productId, plans, terms, Optional.empty());
    }
}
