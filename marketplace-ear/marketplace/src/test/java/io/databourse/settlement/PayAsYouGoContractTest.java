package io.databourse.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.NewListing;
import io.databourse.catalog.NewPrice;
import io.databourse.catalog.NewPricing;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.ledger.Account;
import io.databourse.ledger.LedgerService;
import io.databourse.metering.MeterSlice;
import io.databourse.metering.Usage;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.order.OrderService;
import io.databourse.order.PayAsYouGoWish;
import io.databourse.order.Quote;
import io.databourse.order.QuoteRequest;
import io.databourse.order.WalletService;
import io.databourse.pricing.PayAsYouGo;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceStep;
import io.databourse.pricing.book.PriceText;
import io.databourse.quota.QuotaService;
import io.databourse.sql.JpaSql;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// From a listing with a price to the last fen, on PostgreSQL.
class PayAsYouGoContractTest {
    private static final AtomicLong SLICES = new AtomicLong(5_000_000);
    private static final Money TEN = Money.cny("10.00");

    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final CatalogService catalog = exchange.bean(CatalogService.class);
    private final OrderService orders = exchange.bean(OrderService.class);

    @Test
    void a_quote_explains_the_price_and_names_its_version() {
        Listing listing = listing("per-result 0.50 0.10 0");

        Quote quote = quote(listing, Map.of(Meter.HITS, 3L, Meter.MISSES, 5L));

        assertThat(quote.amount()).isEqualTo(TEN);
        assertThat(quote.units()).isEqualTo(16);
        assertThat(quote.steps()).hasSize(4);
        assertThat(quote.steps().getFirst().zh()).isEqualTo("3次查得 × 0.50 = 1.50元。");
        assertThat(quote.explanation()).contains("5 misses × 0.10 = 0.50.");
        assertThat(terms(quote).priceHash())
                .isEqualTo(listing.pricing().prices().orElseThrow().versions().getFirst().hash());
    }

    @Test
    void a_contract_keeps_the_version_that_was_quoted() {
        Listing listing = listing("per-result 0.50 0.10 0");
        Contract contract = contract(quote(listing, Map.of()));
        catalog.price(
                market.airline,
                listing.id(),
                new NewPrice(
                        exchange.clock().instant().plusSeconds(60), steps("per-result 9 9 0")));

        Contract found = exchange.bean(ContractService.class).find(market.bank, contract.id());
        PayAsYouGo pinned = found.charging().payAsYouGo().orElseThrow();

        assertThat(pinned.price().number()).isEqualTo(1);
        assertThat(found.document()).contains(pinned.priceHash(), "per-result 0.5 0.1 0");
        assertThat(catalog.find(listing.id()).pricing().prices().orElseThrow().versions())
                .hasSize(2);
    }

    @Test
    void use_is_charged_as_it_comes_and_never_beyond_the_cap() {
        Contract contract = contract(quote(listing("per-result 0.50 0.10 0"), Map.of()));

        use(contract, 3, 0, 5);
        use(contract, 0, 5, 0);

        assertThat(charged(contract)).containsExactly(Money.cny("1.50"), Money.cny("0.50"));
        assertThat(reserved(contract)).isEqualTo(800);
        use(contract, 100, 0, 0);
        assertThat(charged(contract)).endsWith(Money.cny("8.00"));
        assertThat(reserved(contract)).isZero();
        assertThat(owed(contract)).isZero();
        assertThat(astray()).doesNotContain(contract.id().value());
        assertThat(exchange.bean(LedgerService.class).proof().balanced()).isTrue();
    }

    @Test
    void a_delivered_run_costs_as_much_as_a_call_that_found_something() {
        Contract contract = contract(quote(listing("per-result 0.50 0.10 0"), Map.of()));

        use(contract, 2, 1, 4);
        new Sales(contract, market).run(today());

        assertThat(charged(contract))
                .containsExactlyInAnyOrder(Money.cny("1.10"), Money.cny("0.50"));
        assertThat(astray()).doesNotContain(contract.id().value());
    }

    @Test
    void what_was_not_chosen_or_is_not_sold_is_not_quoted() {
        Listing packsOnly = market.listing();
        var wish = Optional.of(new PayAsYouGoWish(TEN, Optional.empty()));

        assertThatThrownBy(() ->
                        orders.quote(
                                market.bank,
                                new QuoteRequest(
                                        packsOnly.id(), Optional.empty(), Optional.empty())))
                .hasMessageContaining("Choose a plan");
        assertThatThrownBy(() ->
                        orders.quote(
                                market.bank,
                                new QuoteRequest(packsOnly.id(), Optional.empty(), wish)))
                .hasMessageContaining("sells packs only");
    }

    @Test
    void calls_that_cost_less_leave_units_for_more_calls() {
        Contract contract = contract(quote(listing("per-result 0.50 0.10 0"), Map.of()));
        var quotas = exchange.bean(QuotaService.class);
        assertThat(quotas.view(contract.id()).granted()).isEqualTo(16);

        use(contract, 0, 16, 0);

        assertThat(quotas.view(contract.id()).granted()).isEqualTo(30);
    }

    @Test
    void after_a_pack_use_goes_on_at_the_price_if_that_was_agreed() {
        Listing listing = listing("per-unit UNITS 0.40");
        var wish = new PayAsYouGoWish(TEN, Optional.empty());
        Quote quote =
                orders.quote(
                        market.bank,
                        new QuoteRequest(
                                listing.id(),
                                Optional.of(listing.plans().getFirst().id()),
                                Optional.of(wish)));
        assertThat(quote.amount()).isEqualTo(Money.cny("5010.00"));
        assertThat(quote.units()).isEqualTo(10 + 25);

        Contract contract = contract(quote);
        use(contract, 9, 0, 0);
        use(contract, 3, 0, 0);

        assertThat(charged(contract)).containsExactly(Money.cny("4500.00"), Money.cny("500.80"));
    }

    @Test
    void what_is_not_used_comes_back_once_when_no_call_can_arrive_any_more() {
        Contract contract = contract(quote(listing("per-result 0.50 0.10 0"), Map.of()));
        use(contract, 3, 0, 0);
        long before = prepaid(contract);
        UnusedMoney unused = exchange.bean(UnusedMoney.class);

        exchange.clock().advance(Duration.ofDays(3));
        PackWindows.end(contract);
        unused.giveBack();
        assertThat(prepaid(contract)).isEqualTo(before);
        exchange.clock().advance(Duration.ofHours(2));
        unused.giveBack();
        unused.giveBack();

        assertThat(prepaid(contract)).isEqualTo(before + 850);
        assertThat(reserved(contract)).isZero();
    }

    @Test
    void what_cannot_be_given_back_of_one_contract_waits_and_the_others_do_not() {
        Listing listing = listing("per-result 0.50 0.10 0");
        Contract astray = contract(quote(listing, Map.of()));
        Contract contract = contract(quote(listing, Map.of()));
        use(astray, 3, 0, 0);
        use(contract, 3, 0, 0);
        long before = prepaid(contract);
        exchange.clock().advance(Duration.ofDays(3).plusHours(2));
        PackWindows.end(astray);
        PackWindows.end(contract);
        UnusedMoney unused = exchange.bean(UnusedMoney.class);

        raisePrice(astray, 1_000_000);
        assertThat(unused.giveBack()).isNotEmpty();
        assertThat(prepaid(contract)).isEqualTo(before + 850);

        raisePrice(astray, -1_000_000);
        unused.giveBack();
        assertThat(prepaid(contract)).isEqualTo(before + 2 * 850);
    }

    private void raisePrice(Contract contract, long fen) {
        exchange.inTransaction(() -> {
            exchange.bean(JpaSql.class)
                    .run(
                            "update contract_contract set price = price + ? where id = ?",
                            fen,
                            contract.id().value());
            return fen;
        });
    }

    @Test
    void a_price_that_cannot_be_kept_within_a_cap_is_not_listed() {
        assertThatThrownBy(() -> listing("per-unit ROWS 0.01"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ROWS");
        assertThatThrownBy(() -> listing("per-unit CALLS 0.10"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ERRORS cost money");
        assertThatThrownBy(() -> listing("per-unit TURNOVER 0.01"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("TURNOVER");
        assertThatThrownBy(() ->
                        orders.quote(
                                market.bank,
                                new QuoteRequest(
                                        listing("per-result 20 0 0").id(),
                                        Optional.empty(),
                                        Optional.of(new PayAsYouGoWish(TEN, Optional.empty())))))
                .hasMessageContaining("does not pay for one use");
    }

    private Listing listing(String... lines) {
        NewListing packs = market.offer(market.product());
        return catalog.list(
                market.airline,
                new NewListing(
                        packs.productId(),
                        packs.plans(),
                        packs.terms(),
                        Optional.of(new NewPricing(Optional.empty(), steps(lines)))));
    }

    private static List<PriceStep> steps(String... lines) {
        return Stream.of(lines).map(PriceText::read).toList();
    }

    private Quote quote(Listing listing, Map<Meter, Long> use) {
        return orders.quote(
                market.bank,
                new QuoteRequest(
                        listing.id(),
                        Optional.empty(),
                        Optional.of(new PayAsYouGoWish(TEN, Optional.of(use)))));
    }

    private static PayAsYouGo terms(Quote quote) {
        return quote.charging().payAsYouGo().orElseThrow();
    }

    private Contract contract(Quote quote) {
        exchange.bean(WalletService.class).topUp(market.bank, quote.amount());
        return market.contract(orders.place(market.bank, quote.id()), Duration.ofHours(1));
    }

    private void use(Contract contract, long hits, long misses, long errors) {
        long calls = hits + misses + errors;
        new Sales(contract, market)
                .fire(
                        List.of(
                                new MeterSlice(
                                        SLICES.incrementAndGet(),
                                        SLICES.get(),
                                        contract.id(),
                                        contract.consumer(),
                                        contract.provider(),
                                        today(),
                                        "v1",
                                        new Usage(
                                                calls,
                                                hits,
                                                misses,
                                                errors,
                                                0,
                                                0,
                                                0,
                                                hits + misses,
                                                0),
                                        1,
                                        calls,
                                        exchange.clock().instant())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(exchange.clock().instant(), SettlementService.ZONE);
    }

    private List<Money> charged(Contract contract) {
        return exchange
                .bean(SettlementService.class)
                .charges(market.bank, contract.id(), PageRequest.first(50))
                .items()
                .stream()
                .map(Charge::gross)
                .toList();
    }

    private List<String> astray() {
        return exchange.inTransaction(exchange.bean(JpaBookChecks.class)::notCharged);
    }

    private long reserved(Contract contract) {
        return balance(SettlementAccounts.reserved(contract.consumer(), CurrencyCode.CNY));
    }

    private long prepaid(Contract contract) {
        return balance(SettlementAccounts.prepaid(contract.consumer(), CurrencyCode.CNY));
    }

    private long owed(Contract contract) {
        return balance(SettlementAccounts.owedByBuyer(contract.consumer(), CurrencyCode.CNY));
    }

    private long balance(Account account) {
        return exchange.bean(LedgerService.class).balance(account).posted();
    }
}
