package io.databourse.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.PageRequest;
import io.databourse.catalog.NewPricing;
import io.databourse.contract.Contract;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.ledger.LedgerService;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.Gateway;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.book.PriceText;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Calls until none is sold any more, through quota, meter and ledger.
class PayAsYouGoCapTest {
    private static final Money CAP = Money.cny("5.00");

    private final Exchange exchange = Exchange.get();
    private final Market market =
            new Market(
                    10,
                    Optional.of(
                            new NewPricing(
                                    Optional.empty(),
                                    List.of(PriceText.read("per-result 0.50 0.10 0")))));
    private final Contract contract = market.payAsYouGo(CAP);

    @Test
    void exactly_as_many_calls_are_sold_as_the_cap_pays() {
        assertThat(sold(() -> CallOutcome.HIT)).isEqualTo(10);
        assertThat(charged()).isEqualTo(CAP);
        assertThat(reserved()).isZero();
    }

    @Test
    void whatever_comes_of_the_calls_they_end_when_the_money_may_not_pay_one_more() {
        Random random = new Random(5);

        sold(() -> random.nextInt(3) == 0 ? CallOutcome.HIT : CallOutcome.MISS);

        assertThat(charged()).isGreaterThan(Money.cny("4.50")).isLessThanOrEqualTo(CAP);
        assertThat(charged().minor() + reserved()).isEqualTo(CAP.minor());
    }

    /// How many calls are taken before some are refused one after the other.
    private int sold(Supplier<CallOutcome> next) {
        int sold = 0;
        try (var gateway = new Gateway(market, contract.id())) {
            for (int refused = 0; refused < 3; ) {
                boolean taken = gateway.report(List.of(gateway.call(next.get()))).accepted() == 1;
                gateway.settle();
                sold += taken ? 1 : 0;
                refused = taken ? 0 : refused + 1;
                if (!taken) {
                    waitForAnotherTry();
                }
            }
        }
        return sold;
    }

    /// An instance that was refused units does not ask again at once.
    private static void waitForAnotherTry() {
        try {
            TimeUnit.MILLISECONDS.sleep(60);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Money charged() {
        return exchange
                .bean(SettlementService.class)
                .charges(market.bank, contract.id(), PageRequest.first(100))
                .items()
                .stream()
                .map(Charge::gross)
                .reduce(Money.zero(CurrencyCode.CNY), Money::add);
    }

    private long reserved() {
        return exchange.bean(LedgerService.class)
                .balance(SettlementAccounts.reserved(contract.consumer(), CurrencyCode.CNY))
                .posted();
    }
}
