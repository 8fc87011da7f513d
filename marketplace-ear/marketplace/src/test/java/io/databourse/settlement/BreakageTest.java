package io.databourse.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.databourse.contract.Contract;
import io.databourse.harness.Exchange;
import io.databourse.harness.FaultPoints;
import io.databourse.harness.Market;
import io.databourse.money.CurrencyCode;
import io.databourse.quota.QuotaLeases;
import io.databourse.quota.QuotaService;
import io.databourse.settlement.reconciliation.ReconciliationService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was paid for and expired unused, on PostgreSQL. Ten units cost 5,000.00.
class BreakageTest {
    private static final long UNIT = 50_000;

    private final Exchange exchange = Exchange.get();
    private final Duration present = exchange.clock().ahead();
    private final Market market = new Market();
    private final QuotaService quotas = exchange.bean(QuotaService.class);
    private final Sales sales = sold();
    private final Contract contract = sales.contract;
    private final long before = breakage();

    @AfterEach
    void goBack() {
        exchange.clock().goBackTo(present);
    }

    @Test
    void the_money_of_units_that_expire_goes_to_breakage_once() {
        sales.calls(exchange.today(), 3);
        long wallet = Purse.prepaid(sales);

        assertThat(PackWindows.end(contract)).as("before the end").isZero();
        over();
        assertThat(PackWindows.end(contract)).isEqualTo(1);
        assertThat(PackWindows.end(contract)).isZero();

        assertThat(breakage() - before).isEqualTo(7 * UNIT);
        assertThat(reserved()).isZero();
        assertThat(Purse.prepaid(sales)).isEqualTo(wallet);
        assertThat(quotas.view(contract.id()).available()).isZero();
        assertThat(broken()).isEmpty();
    }

    @Test
    void nothing_breaks_when_all_is_used() {
        sales.calls(exchange.today(), 10);
        over();

        assertThat(PackWindows.end(contract)).isEqualTo(1);

        assertThat(breakage()).isEqualTo(before);
        assertThat(reserved()).isZero();
    }

    @Test
    void many_instances_that_end_a_pack_at_once_end_it_once() throws Exception {
        over();
        List<Callable<Long>> all = List.of(this::end, this::end, this::end, this::end);
        long ended = 0;
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            for (Future<Long> each : threads.invokeAll(all)) {
                ended += each.get();
            }
        }

        assertThat(ended).isEqualTo(1);
        assertThat(breakage() - before).isEqualTo(10 * UNIT);
    }

    @Test
    void units_that_are_held_or_leased_do_not_expire_before_that_is_decided() {
        quotas.hold(contract.id(), contract.id() + "/job");
        QuotaLeases leases = exchange.bean(QuotaLeases.class);
        long lease = leases.lease(contract.id(), "x", 1, 1, Optional.empty()).id();
        over();

        assertThat(PackWindows.end(contract)).as("held and leased").isZero();
        leases.close(lease);
        assertThat(PackWindows.end(contract)).as("held").isZero();
        quotas.release(contract.id() + "/job");
        assertThat(PackWindows.end(contract)).isEqualTo(1);

        assertThat(breakage() - before).isEqualTo(10 * UNIT);
    }

    @Test
    void what_a_reversal_brings_back_after_the_end_is_the_buyer_s_again() {
        sales.calls(exchange.today(), 4);
        over();
        PackWindows.end(contract);
        long wallet = Purse.prepaid(sales);

        sales.calls(exchange.today(), -1);
        assertThat(reserved()).isEqualTo(UNIT);
        exchange.clock().advance(Duration.ofDays(4));
        exchange.bean(UnusedMoney.class).giveBack();
        exchange.bean(UnusedMoney.class).giveBack();

        assertThat(Purse.prepaid(sales)).isEqualTo(wallet + UNIT);
        assertThat(reserved()).isZero();
        assertThat(breakage() - before).isEqualTo(6 * UNIT);
        assertThat(broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE, update settlement_rating",
        "AFTER, update settlement_rating",
        "BEFORE_COMMIT, update settlement_rating",
        "AFTER_COMMIT, update settlement_rating",
    })
    void a_pack_s_end_that_breaks_off_between_units_and_money_happens_once(
            FaultPoints.Moment moment, String statement) {
        sales.calls(exchange.today(), 3);
        over();

        FaultPoints.loseConnection(new FaultPoints.Point(moment, statement));
        assertThat(catchThrowable(this::end)).isNotNull();
        assertThat(FaultPoints.disarm()).as("nobody came to the point").isFalse();
        end();

        assertThat(breakage() - before).isEqualTo(7 * UNIT);
        assertThat(reserved()).isZero();
        assertThat(broken()).isEmpty();
    }

    @Test
    void random_use_reversals_and_ends_leave_what_a_plain_model_says() {
        Random random = new Random(20261121);
        for (int round = 0; round < 12; round++) {
            Sales each = sold();
            Model model = new Model();
            long wallet = Purse.prepaid(each);
            long broken = breakage();
            long owed = owed(each);
            for (int step = 0; step < 8; step++) {
                long units = random.nextLong(-model.used, 11 - model.used);
                if (units != 0) {
                    each.calls(exchange.today(), units);
                    model.use(units);
                }
                if (step == 4) {
                    over();
                }
                if (step >= 4 && random.nextBoolean()) {
                    PackWindows.end(each.contract);
                    model.end();
                }
            }
            PackWindows.end(each.contract);
            model.end();
            exchange.clock().advance(Duration.ofDays(4));
            exchange.bean(UnusedMoney.class).giveBack();

            assertThat(breakage() - broken).as("round %d", round).isEqualTo(model.broken);
            assertThat(Purse.prepaid(each) - wallet).isEqualTo(model.returned());
            assertThat(owed(each) - owed).isEqualTo(model.owed());
        }
        assertThat(broken()).isEmpty();
    }

    /// What should become of a contract's 5,000.00.
    private static final class Model {
        private long used;
        private long broken = -1;

        void use(long units) {
            used += units;
        }

        void end() {
            broken = broken < 0 ? (10 - used) * UNIT : broken;
        }

        long returned() {
            return Math.max(0, (10 - used) * UNIT - broken);
        }

        long owed() {
            return Math.max(0, broken - (10 - used) * UNIT);
        }
    }

    private Sales sold() {
        return new Sales(market.contract(market.order(), Duration.ofHours(1)), market);
    }

    private void over() {
        exchange.clock().advance(Duration.ofHours(2));
    }

    private long end() {
        return PackWindows.end(contract);
    }

    private List<?> broken() {
        return exchange.bean(ReconciliationService.class).check(market.operator).stream()
                .filter(ticket -> ticket.kind().name().startsWith("I"))
                .toList();
    }

    private static long breakage() {
        return Purse.of(SettlementAccounts.breakage(CurrencyCode.CNY));
    }

    private long reserved() {
        return Purse.of(SettlementAccounts.reserved(contract.consumer(), CurrencyCode.CNY));
    }

    private static long owed(Sales sales) {
        return Purse.of(
                SettlementAccounts.owedByBuyer(sales.contract.consumer(), CurrencyCode.CNY));
    }
}
