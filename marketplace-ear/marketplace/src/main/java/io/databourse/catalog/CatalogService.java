package io.databourse.catalog;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import io.databourse.registration.ProductState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/// The shelf of the exchange, 流通市场: what is offered, to whom and on which terms.
@ApplicationScoped
@Transactional
public class CatalogService {
    private final ListingStore store;
    private final JpaMarketCounts counts;
    private final MerchantService merchants;
    private final ProductService products;
    private final Event<CatalogEvent> events;
    private final Clock clock;

    @Inject
    CatalogService(
            ListingStore store,
            JpaMarketCounts counts,
            MerchantService merchants,
            ProductService products,
            Event<CatalogEvent> events,
            Clock clock) {
        this.store = store;
        this.counts = counts;
        this.merchants = merchants;
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /// Puts a registered product of the caller's organisation on the shelf.
    public Listing list(Caller caller, NewListing wish) {
        caller.require(Role.MERCHANT);
        Merchant merchant = merchants.requireActiveOrganisation(caller);
        DataProduct product = products.find(caller, wish.productId());
        if (!product.holder().equals(merchant.id())) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "There is no product %s.", wish.productId());
        }
        if (product.state() != ProductState.REGISTERED) {
            throw Refusal.of(
                    ErrorCode.STATE_CONFLICT,
                    "Only a registered product can be listed; this one is %s.",
                    product.state());
        }
        if (store.isListed(product.id())) {
            throw Refusal.of(ErrorCode.DUPLICATE, "The product is on the shelf already.");
        }
        ListingRules.check(wish, product.sheet(), clock.instant());
        Listing listing = listing(wish, product);
        store.insert(listing);
        events.fire(
                new CatalogEvent.Listed(
                        listing.id(),
                        listing.productId(),
                        listing.merchantId(),
                        listing.certificateNumber(),
                        listing.listedAt()));
        return listing;
    }

    /// Takes a listing off the shelf. Orders and contracts made from it stay.
    public Listing delist(Caller caller, ListingId id, String reason) {
        Listing listing = find(id);
        if (!caller.has(Role.OPERATOR)) {
            caller.require(Role.MERCHANT);
            if (!merchants.requireActiveOrganisation(caller).id().equals(listing.merchantId())) {
                throw notFound(id);
            }
        }
        if (listing.state() != ListingState.LISTED) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The listing is off the shelf already.");
        }
        store.delist(id);
        events.fire(
                new CatalogEvent.Delisted(
                        id, listing.productId(), listing.merchantId(), reason, clock.instant()));
        return find(id);
    }

    /// What is on the shelf and holds every word of the question, the best match first.
    public Page<Listing> search(
            String words, Optional<String> sector, Optional<String> task, PageRequest page) {
        return store.search(new ListingQuery(ListingQuery.split(words), sector, task), page);
    }

    public Listing find(ListingId id) {
        return store.find(id).orElseThrow(() -> notFound(id));
    }

    public Counters counters() {
        return counts.count();
    }

    /// The listings of the caller's organisation, on the shelf or off it; the operator and the
    /// regulator see all.
    public Page<Listing> mine(Caller caller, PageRequest page) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                ? store.all(page)
                : store.ofMerchant(merchants.requireActiveOrganisation(caller).id(), page);
    }

    private Listing listing(NewListing wish, DataProduct product) {
        var sheet = product.sheet();
        return new Listing(
                ListingId.next(),
                product.id(),
                product.code(),
                sheet.name(),
                sheet.overview(),
                product.holder(),
                product.holderName(),
                sheet.sector(),
                sheet.keywords(),
                sheet,
                product.rowCount(),
                product.certificateNumber().orElseThrow(),
                wish.plans().stream().map(Plan::of).toList(),
                wish.terms(),
                ListingState.LISTED,
                clock.instant());
    }

    private static Refusal notFound(ListingId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no listing %s.", id);
    }
}
