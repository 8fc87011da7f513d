package io.databourse.order;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.ListingState;
import io.databourse.catalog.Plan;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.pricing.PayAsYouGo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// From a price to money put aside: quote, order, cancellation.
@ApplicationScoped
@Transactional
public class OrderService {
    static final Duration QUOTE_HOLDS = Duration.ofMinutes(15);

    /// An order that is no signed contract by then gives its money back.
    static final Duration ORDER_HOLDS = Duration.ofDays(30);

    /// Without a pack, the listing's terms alone say how long.
    private static final int LONGEST_DAYS = 3_660;

    private final JpaOrderStore store;
    private final CatalogService catalog;
    private final MerchantService merchants;
    private final PrepaidMoney money;
    private final Event<OrderEvent> events;
    private final Clock clock;

    @Inject
    OrderService(
            JpaOrderStore store,
            CatalogService catalog,
            MerchantService merchants,
            PrepaidMoney money,
            Event<OrderEvent> events,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.merchants = merchants;
        this.money = money;
        this.events = events;
        this.clock = clock;
    }

    /// Names a price and explains it; the price holds for [#QUOTE_HOLDS].
    public Quote quote(Caller caller, QuoteRequest request) {
        Merchant buyer = buyer(caller);
        Listing listing = onShelf(catalog.find(request.listingId()));
        if (listing.merchantId().equals(buyer.id())) {
            throw Refusal.of(ErrorCode.VALIDATION_FAILED, "This is your own listing.");
        }
        Instant now = clock.instant();
        Quote quote = new Quoting(listing, request).quote(buyer.id(), now, now.plus(QUOTE_HOLDS));
        store.insert(quote);
        return quote;
    }

    /// Orders at the quoted price and reserves the money.
    public Order place(Caller caller, QuoteId id) {
        Merchant buyer = buyer(caller);
        Quote quote =
                store.lockQuote(id)
                        .filter(found -> found.buyer().equals(buyer.id()))
                        .orElseThrow(
                                () -> Refusal.of(ErrorCode.NOT_FOUND, "There is no quote %s.", id));
        if (!clock.instant().isBefore(quote.expiresAt())) {
            throw Refusal.of(
                    ErrorCode.QUOTE_EXPIRED, "The quote held until %s.", quote.expiresAt());
        }
        if (store.isOrdered(id)) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The quote was ordered already.");
        }
        Listing listing = onShelf(catalog.find(quote.listingId()));
        int validityDays =
                quote.planId()
                        .flatMap(listing::plan)
                        .map(Plan::validityDays)
                        .orElseGet(() -> longest(quote));
        OrderId orderId = OrderId.next();
        Instant placedAt = clock.instant();
        TransferId reservation =
                money.reserve(buyer.id(), quote.amount(), orderId, placedAt.plus(ORDER_HOLDS));
        Order order =
                new Order(
                        orderId,
                        id,
                        listing.id(),
                        listing.productId(),
                        listing.name(),
                        listing.merchantId(),
                        listing.merchantName(),
                        buyer.id(),
                        buyer.name(),
                        quote.amount(),
                        quote.units(),
                        quote.charging(),
                        validityDays,
                        OrderState.PLACED,
                        reservation,
                        placedAt);
        store.insert(order);
        events.fire(
                new OrderEvent.Placed(
                        orderId,
                        order.listingId(),
                        order.buyer(),
                        order.provider(),
                        order.amount(),
                        order.units(),
                        reservation,
                        order.placedAt()));
        return order;
    }

    /// Gives the money back. Only for an order that has not become a contract.
    public Order cancel(Caller caller, OrderId id) {
        Merchant buyer = buyer(caller);
        Order order = locked(id);
        if (!order.buyer().equals(buyer.id())) {
            throw notFound(id);
        }
        return release(id);
    }

    /// Cancels because the contract did not come about. For the contract stage.
    public Order release(OrderId id) {
        Order order = locked(id);
        requirePlaced(order);
        money.release(id);
        store.setState(id, OrderState.CANCELLED);
        events.fire(
                new OrderEvent.Cancelled(
                        id, order.buyer(), order.provider(), order.reservation(), clock.instant()));
        return locked(id);
    }

    /// Orders that have waited for their contract for too long, the oldest first.
    public List<OrderId> lapsed(int most) {
        return store.placedBefore(clock.instant().minus(ORDER_HOLDS), most);
    }

    public Order find(Caller caller, OrderId id) {
        return store.find(id)
                .filter(order -> mayRead(caller, order))
                .orElseThrow(() -> notFound(id));
    }

    /// The orders that the caller's organisation gave or got; all for operator and regulator.
    public Page<Order> list(Caller caller, PageRequest page) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                ? store.all(page)
                : store.of(merchants.requireActiveOrganisation(caller).id(), page);
    }

    /// The contract is signed: the reserved money is now bound to it. For the contract stage.
    public Order markContracted(OrderId id) {
        Order order = locked(id);
        requirePlaced(order);
        money.bind(order.reservation());
        store.setState(id, OrderState.CONTRACTED);
        return locked(id);
    }

    /// As many months as are paid for, if the price counts them.
    private int longest(Quote quote) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        return quote.charging()
                .payAsYouGo()
                .flatMap(PayAsYouGo::periods)
                .map(months -> (int) ChronoUnit.DAYS.between(now, now.plusMonths(months)))
                .orElse(LONGEST_DAYS);
    }

    private Merchant buyer(Caller caller) {
        caller.require(Role.BUYER);
        return merchants.requireActiveOrganisation(caller);
    }

    private boolean mayRead(Caller caller, Order order) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                || merchants
                        .organisationOf(caller)
                        .map(Merchant::id)
                        .filter((MerchantId own) -> order.concerns(own))
                        .isPresent();
    }

    private Order locked(OrderId id) {
        return store.lock(id).orElseThrow(() -> notFound(id));
    }

    private static void requirePlaced(Order order) {
        if (order.state() != OrderState.PLACED) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The order is %s.", order.state());
        }
    }

    private static Listing onShelf(Listing listing) {
        if (listing.state() != ListingState.LISTED) {
            throw Refusal.of(ErrorCode.NOT_LISTED, "%s is off the shelf.", listing.name());
        }
        return listing;
    }

    private static Refusal notFound(OrderId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no order %s.", id);
    }
}
