package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.ListingState;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.money.Money;
import io.databourse.order.OrderService;
import io.databourse.order.Quote;
import io.databourse.order.WalletService;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductApplication;
import io.databourse.registration.ProductId;
import io.databourse.registration.ProductService;
import io.databourse.registration.ProductState;
import io.databourse.registration.Profile;
import io.databourse.registration.ProfileService;
import io.databourse.registration.ReviewDecision;
import io.databourse.registration.SpecificationSheet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// 草稿 → 待审 → 审查中 → 公示中 → 已登记 → 已挂牌 → 已下架, one step after the other.
class ListingLifeTest {
    private final Exchange exchange = Exchange.get();
    private final Duration present = exchange.clock().ahead();
    private final Market market = new Market();
    private final ProductService products = exchange.bean(ProductService.class);
    private final CatalogService catalog = exchange.bean(CatalogService.class);
    private final OrderService orders = exchange.bean(OrderService.class);

    @AfterEach
    void goBack() {
        exchange.clock().goBackTo(present);
    }

    @Test
    @Tag("G01")
    void a_product_takes_every_step_to_the_shelf_and_is_sold_on_it_only() {
        ProductId id = drafted(market.sheet());
        only(id, ProductState.DRAFT);
        products.submit(market.airline, id);
        only(id, ProductState.PENDING);
        products.startReview(market.operator, id);
        only(id, ProductState.REVIEWING);
        products.decide(market.reviewer, id, approval());
        refused(ErrorCode.NOTICE_PERIOD_RUNNING, () -> products.register(market.operator, id));
        only(id, ProductState.PUBLICIZING);
        exchange.clock().advance(Duration.ofDays(15));
        products.register(market.operator, id);
        only(id, ProductState.REGISTERED);

        Listing listing = catalog.list(market.airline, market.offer(product(id)));
        refused(ErrorCode.DUPLICATE, () -> catalog.list(market.airline, market.offer(product(id))));
        exchange.bean(WalletService.class).topUp(market.bank, Money.cny("12000.00"));
        orders.place(market.bank, market.quote(listing).id());
        Quote late = market.quote(listing);

        Listing off = catalog.delist(market.airline, listing.id(), "out of date");
        assertThat(off.state()).isEqualTo(ListingState.DELISTED);
        refused(ErrorCode.NOT_LISTED, () -> market.quote(listing));
        refused(ErrorCode.NOT_LISTED, () -> orders.place(market.bank, late.id()));
        conflict(() -> catalog.delist(market.airline, listing.id(), "once more"));
        products.cancel(market.airline, id, "withdrawn");
        only(id, ProductState.CANCELLED);
    }

    /// In this state every other step than the next is refused, and nothing can be listed.
    private void only(ProductId id, ProductState state) {
        assertThat(product(id).state()).isEqualTo(state);
        Caller airline = market.airline;
        if (state != ProductState.DRAFT) {
            conflict(() -> products.submit(airline, id));
            conflict(() -> products.redraft(airline, id, market.sheet()));
        }
        if (state != ProductState.PENDING) {
            conflict(() -> products.startReview(market.operator, id));
        }
        if (state != ProductState.REVIEWING) {
            conflict(() -> products.decide(market.reviewer, id, approval()));
        }
        if (state != ProductState.PUBLICIZING) {
            conflict(() -> products.register(market.operator, id));
        }
        if (state != ProductState.REGISTERED) {
            conflict(() -> products.cancel(airline, id, "withdrawn"));
            conflict(() -> catalog.list(airline, market.offer(product(id))));
        }
        assertThat(product(id).state()).isEqualTo(state);
    }

    @Test
    void a_draft_is_seen_and_changed_by_its_holder_only_and_checked_when_it_is_handed_in() {
        SpecificationSheet sheet = market.sheet();
        ProductId id = drafted(withoutName(sheet));

        refused(ErrorCode.NOT_FOUND, () -> products.find(market.operator, id));
        refused(ErrorCode.NOT_FOUND, () -> products.find(market.bank, id));
        refused(ErrorCode.NOT_FOUND, () -> products.redraft(market.bank, id, sheet));
        refused(ErrorCode.NOT_FOUND, () -> products.submit(market.bank, id));
        assertThat(newest(products.all(market.operator, PageRequest.first(1)).items()))
                .isNotEqualTo(Optional.of(id));
        assertThat(newest(products.mine(market.airline, PageRequest.first(1)).items()))
                .contains(id);

        refused(ErrorCode.VALIDATION_FAILED, () -> products.submit(market.airline, id));
        assertThat(product(id).state()).isEqualTo(ProductState.DRAFT);
        products.redraft(market.airline, id, sheet);
        assertThat(products.submit(market.airline, id).sheet()).isEqualTo(sheet);
    }

    private ProductId drafted(SpecificationSheet sheet) {
        Profile profile =
                exchange.bean(ProfileService.class)
                        .request(market.airline, market.airlineNode.id(), "members");
        exchange.settle();
        return products.draft(market.airline, new ProductApplication(profile.id(), sheet)).id();
    }

    private static SpecificationSheet withoutName(SpecificationSheet sheet) {
        return new SpecificationSheet(
                "",
                sheet.overview(),
                sheet.sector(),
                sheet.keywords(),
                sheet.region(),
                sheet.timeSpan(),
                sheet.updateFrequency(),
                sheet.sourceKind(),
                sheet.rights(),
                sheet.grade(),
                sheet.personalInformation(),
                sheet.fields(),
                sheet.restrictions());
    }

    private static Optional<ProductId> newest(List<DataProduct> page) {
        return page.stream().map(DataProduct::id).findFirst();
    }

    private DataProduct product(ProductId id) {
        return products.find(market.airline, id);
    }

    private static ReviewDecision approval() {
        return new ReviewDecision(true, "complete", Optional.empty());
    }

    private static void conflict(ThrowingCallable step) {
        refused(ErrorCode.STATE_CONFLICT, step);
    }

    private static void refused(ErrorCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
