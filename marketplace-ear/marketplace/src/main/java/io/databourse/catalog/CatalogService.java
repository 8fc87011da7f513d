package io.databourse.catalog;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.pricing.book.PriceVersion;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import io.databourse.registration.ProductState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The shelf of the exchange, 流通市场: what is offered, to whom and on which terms.
@ApplicationScoped
@Transactional
public class CatalogService {
    private final ListingStore store;
    private final JpaMarketCounts counts;
    private final MerchantService merchants;
    private final ProductService products;
    private final RoomCheck rooms;
    private final TaskCheck tasks;
    private final Event<CatalogEvent> events;
    private final Clock clock;

    @Inject
    CatalogService(
            ListingStore store,
            JpaMarketCounts counts,
            MerchantService merchants,
            ProductService products,
            RoomCheck rooms,
            TaskCheck tasks,
            Event<CatalogEvent> events,
            Clock clock) {
        this.store = store;
        this.counts = counts;
        this.merchants = merchants;
        this.products = products;
        this.rooms = rooms;
        this.tasks = tasks;
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
        Instant now = clock.instant();
        List<FieldError> problems = new ArrayList<>(roomProblems(wish.terms(), product));
        problems.addAll(tasks.check(wish.terms(), product));
        ListingRules.check(wish, product.sheet(), now, problems);
        Listing listing = listing(wish, product, ListingPrices.first(wish.pricing(), now));
        store.insert(listing);
        events.fire(
                new CatalogEvent.Listed(
                        listing.id(),
                        listing.productId(),
                        listing.merchantId(),
                        listing.certificateNumber(),
                        listing.listedAt()));
        listing.pricing().prices().ifPresent(book -> priced(listing, book.versions().getFirst()));
        return listing;
    }

    private List<FieldError> roomProblems(UsageTerms terms, DataProduct product) {
        List<FieldError> tables =
                terms.room()
                        .map(rules -> RoomTables.check(rules, product, products))
                        .orElse(List.of());
        return tables.isEmpty() ? rooms.check(terms, product) : tables;
    }

    /// Sets what use will cost. What was quoted, ordered or agreed before stays as it is.
    public Listing price(Caller caller, ListingId id, NewPrice wish) {
        Listing listing = own(caller, id);
        requireListed(listing);
        PriceVersion price = ListingPrices.next(listing.pricing(), wish, clock.instant());
        store.add(id, price);
        priced(listing, price);
        return find(id);
    }

    /// Looks for cheaper ways to buy, and explains what a use would cost.
    public PriceCheck check(PriceCheckRequest request) {
        return ListingPrices.check(request);
    }

    private void priced(Listing listing, PriceVersion price) {
        events.fire(
                new CatalogEvent.Priced(
                        listing.id(),
                        listing.productId(),
                        listing.merchantId(),
                        price.number(),
                        price.hash(),
                        price.effectiveFrom(),
                        clock.instant()));
    }

    /// Takes a listing off the shelf. Orders and contracts made from it stay.
    public Listing delist(Caller caller, ListingId id, String reason) {
        Listing listing = caller.has(Role.OPERATOR) ? find(id) : own(caller, id);
        requireListed(listing);
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

    private Listing own(Caller caller, ListingId id) {
        caller.require(Role.MERCHANT);
        Listing listing = find(id);
        if (!merchants.requireActiveOrganisation(caller).id().equals(listing.merchantId())) {
            throw notFound(id);
        }
        return listing;
    }

    private static void requireListed(Listing listing) {
        if (listing.state() != ListingState.LISTED) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The listing is off the shelf already.");
        }
    }

    private Listing listing(NewListing wish, DataProduct product, ListingPricing pricing) {
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
                pricing,
                ListingState.LISTED,
                clock.instant());
    }

    private static Refusal notFound(ListingId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no listing %s.", id);
    }
}
