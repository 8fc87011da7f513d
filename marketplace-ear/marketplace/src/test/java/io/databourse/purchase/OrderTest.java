package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.money.Money;
import io.databourse.order.Order;
import io.databourse.order.OrderService;
import io.databourse.order.OrderState;
import io.databourse.order.Quote;
import io.databourse.order.QuoteRequest;
import io.databourse.order.Wallet;
import io.databourse.order.WalletService;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final OrderService orders = exchange.bean(OrderService.class);
    private final WalletService wallets = exchange.bean(WalletService.class);

    @Test
    void an_order_sets_the_quoted_money_aside() {
        Order order = market.order();

        assertThat(order.amount()).isEqualTo(Money.cny("5000.00"));
        assertWallet("1000.00", "5000.00");
        assertThat(orders.find(market.airline, order.id())).isEqualTo(order);
        assertThat(orders.list(market.bank, PageRequest.first(10)).items()).containsExactly(order);
    }

    @Test
    void a_quote_explains_its_amount() {
        assertThat(market.quote(market.listing()).explanation())
                .first()
                .asString()
                .contains("10 units", "5000.00 CNY");
    }

    @Test
    void a_quote_holds_for_fifteen_minutes_and_not_longer() {
        Quote quote = market.quote(market.listing());
        wallets.topUp(market.bank, Money.cny("6000.00"));
        exchange.clock().advance(Duration.ofMinutes(15));

        assertRefused(ErrorCode.QUOTE_EXPIRED, () -> orders.place(market.bank, quote.id()));
        assertWallet("6000.00", "0.00");
    }

    @Test
    void too_little_money_is_said_with_what_is_missing() {
        Quote quote = market.quote(market.listing());
        wallets.topUp(market.bank, Money.cny("4999.99"));

        assertThatThrownBy(() -> orders.place(market.bank, quote.id()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_FUNDS);
                            assertThat(refusal.detail()).contains("0.01 CNY");
                        });
        assertWallet("4999.99", "0.00");
    }

    @Test
    void a_quote_is_ordered_once() {
        Quote quote = market.quote(market.listing());
        wallets.topUp(market.bank, Money.cny("20000.00"));
        orders.place(market.bank, quote.id());

        assertRefused(ErrorCode.STATE_CONFLICT, () -> orders.place(market.bank, quote.id()));
        assertWallet("15000.00", "5000.00");
    }

    @Test
    void a_strangers_quote_is_not_there() {
        Quote quote = market.quote(market.listing());

        assertRefused(ErrorCode.NOT_FOUND, () -> orders.place(new Market().bank, quote.id()));
    }

    @Test
    void what_is_off_the_shelf_cannot_be_ordered() {
        Listing listing = market.listing();
        Quote quote = market.quote(listing);
        wallets.topUp(market.bank, Money.cny("6000.00"));
        exchange.bean(CatalogService.class).delist(market.airline, listing.id(), "old");

        assertRefused(ErrorCode.NOT_LISTED, () -> orders.place(market.bank, quote.id()));
        assertRefused(ErrorCode.NOT_LISTED, () -> market.quote(listing));
    }

    @Test
    void nobody_buys_from_itself() {
        Listing listing = market.listing();
        Market other = new Market();
        Listing own = exchange.bean(CatalogService.class).find(listing.id());

        assertThat(own.merchantId()).isNotEqualTo(other.bankMerchant.id());
        assertRefused(
                ErrorCode.FORBIDDEN,
                () ->
                        orders.quote(
                                market.airline,
                                new QuoteRequest(listing.id(), listing.plans().getFirst().id())));
    }

    @Test
    void a_cancelled_order_gives_the_money_back_and_takes_its_unsigned_contract_along() {
        Contract contract = market.draft();
        orders.cancel(market.bank, contract.orderId());

        assertWallet("6000.00", "0.00");
        assertThat(orders.find(market.bank, contract.orderId()).state())
                .isEqualTo(OrderState.CANCELLED);
        assertThat(exchange.bean(ContractService.class).find(market.bank, contract.id()).state())
                .isEqualTo(ContractState.TERMINATED);
        assertRefused(
                ErrorCode.STATE_CONFLICT, () -> orders.cancel(market.bank, contract.orderId()));
    }

    @Test
    void an_order_with_a_signed_contract_is_not_cancelled() {
        Contract contract = market.contract();

        assertRefused(
                ErrorCode.STATE_CONFLICT, () -> orders.cancel(market.bank, contract.orderId()));
        assertWallet("1000.00", "5000.00");
    }

    @Test
    void a_top_up_is_marked_as_simulated() {
        Wallet wallet = wallets.topUp(market.bank, Money.cny("12.34"));

        assertThat(wallet.entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.kind()).isEqualTo("SIMULATED_PAYMENT");
                    assertThat(entry.amount()).isEqualTo(Money.cny("12.34"));
                });
        assertRefused(
                ErrorCode.VALIDATION_FAILED, () -> wallets.topUp(market.bank, Money.cny("0.00")));
    }

    private void assertWallet(String available, String reserved) {
        Wallet wallet = wallets.view(market.bank);
        assertThat(wallet.available()).isEqualTo(Money.cny(available));
        assertThat(wallet.reserved()).isEqualTo(Money.cny(reserved));
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
