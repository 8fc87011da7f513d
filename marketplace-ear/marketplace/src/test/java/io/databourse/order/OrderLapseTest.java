package io.databourse.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.ledger.LedgerService;
import io.databourse.money.Money;
import io.databourse.settlement.Purse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Money that is set aside for an order that becomes no contract, on PostgreSQL.
class OrderLapseTest {
    private static final int ALL = 100_000;

    private final Exchange exchange = Exchange.get();
    private final Duration present = exchange.clock().ahead();
    private final Market market = new Market();
    private final OrderService orders = exchange.bean(OrderService.class);

    @AfterEach
    void goBack() {
        exchange.clock().goBackTo(present);
    }

    @Test
    void an_order_that_is_no_contract_after_thirty_days_gives_its_money_back() {
        Contract unsigned = market.draft();
        assertThat(available()).isEqualTo(Money.cny("1000.00"));

        exchange.clock().advance(Duration.ofDays(29));
        assertThat(orders.lapsed(ALL)).doesNotContain(unsigned.orderId());
        exchange.clock().advance(Duration.ofDays(2));
        assertThat(orders.lapsed(ALL)).contains(unsigned.orderId());
        orders.release(unsigned.orderId());

        assertThat(available()).isEqualTo(Money.cny("6000.00"));
        assertThat(orders.lapsed(ALL)).doesNotContain(unsigned.orderId());
        assertThat(exchange.bean(ContractService.class).find(market.bank, unsigned.id()).state())
                .isEqualTo(ContractState.TERMINATED);
        Purse.refused(ErrorCode.STATE_CONFLICT, () -> orders.release(unsigned.orderId()));
    }

    @Test
    void money_that_the_ledger_has_freed_is_not_freed_again() {
        Order order = market.order();
        exchange.clock().advance(Duration.ofDays(31));
        LedgerService ledger = exchange.bean(LedgerService.class);
        assertThat(ledger.expire(order.reservation())).isTrue();
        assertThat(available()).isEqualTo(Money.cny("6000.00"));

        assertThat(orders.cancel(market.bank, order.id()).state()).isEqualTo(OrderState.CANCELLED);

        assertThat(available()).isEqualTo(Money.cny("6000.00"));
    }

    @Test
    void an_order_whose_money_is_free_again_becomes_no_contract() {
        Order order = market.order();
        exchange.clock().advance(Duration.ofDays(31));

        Purse.refused(ErrorCode.STATE_CONFLICT, () -> orders.markContracted(order.id()));
    }

    private Money available() {
        return exchange.bean(WalletService.class).view(market.bank).available();
    }
}
