package io.databourse.catalog;

import io.databourse.merchant.MerchantId;
import io.databourse.registration.ProductId;
import io.databourse.registration.SpecificationSheet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A registered product on the shelf, with prices and terms: what the data card, 数据名片, shows.
///
/// The sheet is the one of the moment of listing; a new version of the product is listed anew.
public record Listing(
        ListingId id,
        ProductId productId,
        String productCode,
        String name,
        String overview,
        MerchantId merchantId,
        String merchantName,
        String sector,
        List<String> keywords,
        SpecificationSheet sheet,
        long rowCount,
        String certificateNumber,
        List<Plan> plans,
        UsageTerms terms,
        ListingPricing pricing,
        ListingState state,
        Instant listedAt) {
    public Listing {
        keywords = List.copyOf(keywords);
        plans = List.copyOf(plans);
    }

    public Optional<Plan> plan(PlanId wanted) {
        return plans.stream().filter(plan -> plan.id().equals(wanted)).findFirst();
    }
}
