package io.databourse.order;

import io.databourse.catalog.ListingId;
import io.databourse.catalog.PlanId;

/// Which pack of which listing somebody wants a price for.
public record QuoteRequest(ListingId listingId, PlanId planId) {}
