package io.databourse.catalog;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.pricing.book.PriceVersion;
import io.databourse.registration.ProductId;
import java.util.Optional;

/// Keeps listings.
interface ListingStore {
    void insert(Listing listing);

    /// Adds the next version of the listing's price.
    void add(ListingId id, PriceVersion price);

    void delist(ListingId id);

    Optional<Listing> find(ListingId id);

    boolean isListed(ProductId product);

    /// By rank, then the newest first.
    Page<Listing> search(ListingQuery query, PageRequest page);

    Page<Listing> ofMerchant(MerchantId merchant, PageRequest page);

    Page<Listing> all(PageRequest page);
}
