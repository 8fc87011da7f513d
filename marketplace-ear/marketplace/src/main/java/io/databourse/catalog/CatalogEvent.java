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

    /// A price was set; a contract that pins it names its number and hash.
    record Priced(
            ListingId listingId,
            ProductId productId,
            MerchantId merchant,
            int version,
            String hash,
            Instant effectiveFrom,
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
