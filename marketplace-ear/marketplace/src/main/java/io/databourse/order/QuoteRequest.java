package io.databourse.order;

import io.databourse.catalog.ListingId;
import io.databourse.catalog.PlanId;
import java.util.Optional;

/// What of a listing somebody wants a price for: a pack, use that is paid as it comes, or both, the
/// pack first. Without pay as you go, use ends with the pack's last unit.
public record QuoteRequest(
        ListingId listingId, Optional<PlanId> planId, Optional<PayAsYouGoWish> payAsYouGo) {
    public QuoteRequest(ListingId listingId, PlanId planId) {
        this(listingId, Optional.of(planId), Optional.empty());
    }
}
