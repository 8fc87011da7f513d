package io.databourse.catalog;

import io.databourse.registration.ProductId;
import java.util.List;

/// A merchant's wish to put a registered product on the shelf.
public record NewListing(ProductId productId, List<PlanOffer> plans, UsageTerms terms) {
    public NewListing {
        plans = List.copyOf(plans);
    }
}
