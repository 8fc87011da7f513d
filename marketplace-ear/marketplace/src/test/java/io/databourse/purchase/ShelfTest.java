package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Counters;
import io.databourse.catalog.Listing;
import io.databourse.catalog.ListingId;
import io.databourse.catalog.ListingState;
import io.databourse.catalog.NewListing;
import io.databourse.catalog.PlanOffer;
import io.databourse.catalog.UsageTerms;
import io.databourse.dispatch.PluginCatalog;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.money.Money;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final CatalogService catalog = exchange.bean(CatalogService.class);

    @Test
    void a_registered_product_is_listed_with_plans_and_terms() {
        Listing listing = market.listing();

        assertThat(catalog.find(listing.id())).isEqualTo(listing);
        assertThat(listing.plans().getFirst().unitPrice()).isEqualTo("500.00 CNY");
        assertThat(listing.certificateNumber()).isNotBlank();
        assertThat(listing.sheet().fields()).hasSize(4);
    }

    @Test
    @Tag("A02")
    void a_search_finds_by_name_keyword_and_field_what_is_listed_and_nothing_else() {
        Listing listing = market.listing();

        assertThat(found(listing.name())).containsExactly(listing.id());
        assertThat(found(listing.name() + " 会员")).contains(listing.id());
        assertThat(found("flights_12m")).contains(listing.id());
        assertThat(found("no-such-word")).isEmpty();
        assertThat(catalog.search("", Optional.of("农业"), Optional.empty(), all()).items())
                .isEmpty();
        assertThat(
                        catalog.search(
                                        listing.name(),
                                        Optional.of("交通运输"),
                                        Optional.of("mpc/psi"),
                                        all())
                                .items())
                .hasSize(1);

        catalog.delist(market.airline, listing.id(), "out of date");
        assertThat(found(listing.name())).isEmpty();
        assertThat(catalog.find(listing.id()).state()).isEqualTo(ListingState.DELISTED);
    }

    @Test
    void pages_of_a_search_join_without_gap_or_repetition() {
        market.listing();
        new Market().listing();
        new Market().listing();

        assertThat(found("航旅", 2))
                .hasSizeGreaterThan(2)
                .doesNotHaveDuplicates()
                .isEqualTo(found("航旅"));
    }

    @Test
    void only_the_own_organisation_lists_a_product() {
        DataProduct product = market.product();
        Market other = new Market();

        assertRefused(
                ErrorCode.NOT_FOUND, () -> catalog.list(other.airline, market.offer(product)));
    }

    @Test
    void a_product_is_on_the_shelf_once() {
        DataProduct product = market.product();
        catalog.list(market.airline, market.offer(product));

        assertRefused(
                ErrorCode.DUPLICATE, () -> catalog.list(market.airline, market.offer(product)));
    }

    @Test
    void a_product_that_is_not_registered_is_not_listed() {
        DataProduct product = market.product();
        exchange.bean(ProductService.class).cancel(market.airline, product.id(), "withdrawn");

        assertRefused(
                ErrorCode.STATE_CONFLICT,
                () -> catalog.list(market.airline, market.offer(product)));
    }

    @Test
    void terms_with_unknown_columns_and_senseless_plans_are_refused_all_at_once() {
        DataProduct product = market.product();
        NewListing wish =
                new NewListing(
                        product.id(),
                        List.of(new PlanOffer("", 0, Money.cny("0.00"), 0)),
                        new UsageTerms(
                                List.of("psi"),
                                List.of(),
                                List.of("passport"),
                                List.of(),
                                List.of(),
                                0,
                                exchange.clock().instant().minus(Duration.ofDays(1))));

        assertThatThrownBy(() -> catalog.list(market.airline, wish))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(FieldError::pointer)
                                        .contains(
                                                "/plans/0/name",
                                                "/plans/0/units",
                                                "/plans/0/price",
                                                "/plans/0/validityDays",
                                                "/terms/joinColumns",
                                                "/terms/tasks",
                                                "/terms/purposes",
                                                "/terms/minimumResultSize",
                                                "/terms/offeredUntil"));
    }

    @Test
    void tasks_that_no_buyer_could_have_run_are_refused() {
        DataProduct product = market.product();
        NewListing plain = market.offer(product);

        for (String task : List.of("mpc/many", "mpc/none", "other/psi")) {
            assertThatThrownBy(
                            () -> catalog.list(market.airline, withTasks(plain, "mpc/psi", task)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.errors())
                                            .extracting(FieldError::pointer)
                                            .containsExactly("/terms/tasks"));
        }
        assertThat(exchange.bean(PluginCatalog.class).sold())
                .containsOnlyKeys("mpc/psi", "mpc/room");
    }

    private static NewListing withTasks(NewListing plain, String... tasks) {
        UsageTerms terms = plain.terms();
        return new NewListing(
                plain.productId(),
                plain.plans(),
                new UsageTerms(
                        List.of(tasks),
                        terms.purposes(),
                        terms.joinColumns(),
                        terms.filterColumns(),
                        terms.resultColumns(),
                        terms.minimumResultSize(),
                        terms.offeredUntil()));
    }

    @Test
    void a_buyer_lists_nothing() {
        DataProduct product = market.product();

        assertRefused(
                ErrorCode.FORBIDDEN,
                () ->
                        catalog.list(
                                new Caller(market.airline.username(), Set.of(Role.BUYER)),
                                market.offer(product)));
    }

    @Test
    @Tag("A05")
    void counters_grow_with_what_they_count() {
        Counters before = catalog.counters();
        market.start(market.contract());
        exchange.settle();
        Counters after = catalog.counters();

        assertThat(after.merchants()).isEqualTo(before.merchants());
        assertThat(after.products()).isEqualTo(before.products() + 1);
        assertThat(after.listings()).isEqualTo(before.listings() + 1);
        assertThat(after.turnover().subtract(before.turnover())).isEqualTo(Money.cny("500.00"));
    }

    private List<ListingId> found(String words) {
        return found(words, PageRequest.MOST);
    }

    /// All pages of a search, joined.
    private List<ListingId> found(String words, int limit) {
        var found = new ArrayList<ListingId>();
        var after = Optional.<String>empty();
        do {
            var page =
                    catalog.search(
                            words,
                            Optional.empty(),
                            Optional.empty(),
                            new PageRequest(limit, after));
            page.items().forEach(listing -> found.add(listing.id()));
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    private static PageRequest all() {
        return PageRequest.first(200);
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
