package io.databourse.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.PageRequest;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.ledger.LedgerService;
import io.databourse.metering.Usage;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Calls are charged by the difference of sums.
class RatingTest {
    private final Exchange exchange = Exchange.get();
    private final Sales sales = new Sales(new Market());

    @Test
    void in_whatever_portions_and_order_calls_arrive_the_sums_are_the_same() {
        var contract = sales.contract;
        var terms = io.databourse.pricing.SplitTerms.ofBasisPoints(200, 600);
        Rated nothing = Rated.none(contract.id().value());
        Rated whole = Rating.ofCalls(Priced.of(contract), nothing, hits(7), terms).after();
        Random random = new Random(20261121);
        for (int round = 0; round < 200; round++) {
            Rated sum = nothing;
            long left = 7;
            while (left != 0) {
                // Now and then calls are reversed, and come again.
                long portion = random.nextInt(4) == 0 ? -1 : 1 + random.nextInt((int) left);
                if (sum.units() + portion < 0) {
                    continue;
                }
                Rating next = Rating.ofCalls(Priced.of(contract), sum, hits(portion), terms);
                assertThat(next.shares().feeVat().minor() * Long.signum(portion)).isNotNegative();
                assertThat(next.shares().merchant().minor() * Long.signum(portion)).isNotNegative();
                sum = next.after();
                left -= portion;
            }
            assertThat(sum).isEqualTo(whole);
        }
        assertThat(whole)
                .isEqualTo(
                        new Rated(
                                whole.contractId(),
                                7,
                                350000,
                                350000,
                                7000,
                                396,
                                new Counted(7, 0, 0, 0, 0, 0, 0, 0),
                                0,
                                false,
                                0));
    }

    @Test
    void runs_and_calls_of_one_contract_use_up_one_price_to_the_fen() {
        LocalDate day = Sales.month().atDay(1);
        sales.run(day);
        sales.calls(day, 2, 3);
        sales.run(day);
        sales.calls(day, 3);

        List<Charge> charges =
                exchange.bean(SettlementService.class)
                        .charges(sales.market.bank, sales.contract.id(), PageRequest.first(50))
                        .items();
        assertThat(charges.stream().map(Charge::gross).reduce(Money::add))
                .contains(sales.contract.price());
        assertThat(reserved()).isZero();
        assertThat(exchange.inTransaction(() -> exchange.bean(JpaRatings.class).astray()))
                .doesNotContain(sales.contract.id().value());
    }

    @Test
    void reversed_calls_give_the_money_back_to_the_contract() {
        LocalDate day = Sales.month().atDay(1);
        sales.calls(day, 4);
        sales.calls(day, -1);

        assertThat(reserved()).isEqualTo(350_000);
        var earned =
                exchange.bean(LedgerService.class)
                        .balance(
                                SettlementAccounts.payable(
                                        sales.contract.provider(),
                                        PartnerRole.PROVIDER,
                                        CurrencyCode.CNY));
        assertThat(earned.posted()).isEqualTo(147_000);
    }

    @Test
    void what_is_used_beyond_the_price_is_owed_by_the_buyer() {
        LocalDate day = Sales.month().atDay(1);
        sales.calls(day, 9);
        sales.calls(day, 3);

        assertThat(reserved()).isZero();
        var owed =
                exchange.bean(LedgerService.class)
                        .balance(
                                SettlementAccounts.owedByBuyer(
                                        sales.contract.consumer(), CurrencyCode.CNY));
        assertThat(owed.posted()).isEqualTo(100_000);
    }

    private static Usage hits(long hits) {
        return new Usage(hits, hits, 0, 0, 0, 0, 0, hits, 0);
    }

    private long reserved() {
        return exchange.bean(LedgerService.class)
                .balance(SettlementAccounts.reserved(sales.contract.consumer(), CurrencyCode.CNY))
                .posted();
    }
}
