package io.databourse.catalog;

import io.databourse.merchant.MerchantId;
import io.databourse.registration.ProductId;
import java.time.Instant;

/// What happened to a listing.
public sealed interface CatalogEvent {
    ListingId listingId();

    Instant at();

    record Listed(
            ListingId listingId,
            ProductId productId,
            MerchantId merchant,
            String certificateNumber,
            Instant at)
            implements CatalogEvent {}

    record Delisted(
            ListingId listingId,
            ProductId productId,
            MerchantId merchant,
            String reason,
            Instant at)
            implements CatalogEvent {}
}
