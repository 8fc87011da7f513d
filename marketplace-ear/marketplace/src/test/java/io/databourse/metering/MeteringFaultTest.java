package io.databourse.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.PageRequest;
import io.databourse.crypto.Uuid7;
import io.databourse.harness.Exchange;
import io.databourse.harness.FaultPoints;
import io.databourse.harness.FaultPoints.Moment;
import io.databourse.harness.FaultPoints.Point;
import io.databourse.ledger.LedgerService;
import io.databourse.money.Money;
import io.databourse.quota.LeaseBook;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaLeases;
import io.databourse.quota.QuotaService;
import io.databourse.settlement.Charge;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.reconciliation.ReconciliationService;
import io.databourse.settlement.reconciliation.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Connections that are lost at chosen points of metering and charging: whatever was asked for is
/// there once, and nothing else. Instances and databases that die at such points are in `./bourse
/// bench faults`.
class MeteringFaultTest {
    private static final int CALLS = 20;

    private final Exchange exchange = Exchange.get();

    @AfterEach
    void nothingWaits() {
        FaultPoints.disarm();
    }

    @ParameterizedTest
    @CsvSource({
        "AFTER, update quota_lease l set consumed",
        "AFTER, insert into metering_batch",
        "BEFORE, insert into metering_tally",
        "BEFORE, update metering_stream s set next_counter",
        "BEFORE_COMMIT, insert into metering_tally",
        "AFTER_COMMIT, insert into metering_tally",
    })
    void a_batch_of_calls_that_breaks_off_is_written_once(Moment moment, String statement) {
        try (Gateway gateway = new Gateway(CALLS)) {
            List<CallReport> calls = hits(gateway);
            breaksAt(moment, statement, () -> gateway.report(calls));

            assertThat(gateway.report(calls).duplicate()).isEqualTo(CALLS);
            gateway.settle();
            requireOnce(gateway);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE, insert into metering_slice",
        "AFTER, insert into ledger_entry",
        "BEFORE, update settlement_rating",
        "AFTER, insert into settlement_charge",
        "BEFORE_COMMIT, insert into metering_slice",
        "AFTER_COMMIT, insert into metering_slice",
    })
    void charging_that_breaks_off_between_quota_ledger_and_charge_is_done_once(
            Moment moment, String statement) {
        try (Gateway gateway = new Gateway(CALLS)) {
            gateway.report(hits(gateway));
            CallSlices slices = exchange.bean(CallSlices.class);
            breaksAt(
                    moment,
                    statement,
                    () -> {
                        try {
                            slices.cut();
                        } catch (RuntimeException lost) {
                            slices.cut();
                        }
                    });
            gateway.settle();
            requireOnce(gateway);
        }
    }

    @Test
    void an_instance_with_an_old_epoch_writes_nothing_after_it_was_fenced() {
        try (Gateway gateway = new Gateway(CALLS)) {
            gateway.report(hits(gateway).subList(0, 5));
            var leases = exchange.bean(QuotaLeases.class);
            // The instance has held units since before the freeze, and does not know of it.
            var hold = exchange.bean(LeaseBook.class).hold(gateway.contract, 1);
            leases.freeze(gateway.market.operator, gateway.contract, true, "investigation");
            leases.freeze(gateway.market.operator, gateway.contract, false, "cleared");

            CallRecord late =
                    new CallRecord(
                            new Uuid7().next(),
                            "zombie",
                            gateway.contract,
                            CallOutcome.HIT,
                            1,
                            1,
                            1,
                            gateway.now());
            CallResult result = exchange.bean(CallMeter.class).meter(late, hold).join();

            assertThat(result).isInstanceOf(CallResult.Refused.class);
            gateway.settle();
            assertThat(quota(gateway)).isEqualTo(new Quota(gateway.contract, CALLS, 0, 5));
            assertThat(broken(gateway)).isEmpty();
        }
    }

    private static List<CallReport> hits(Gateway gateway) {
        List<CallReport> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(gateway.call(CallOutcome.HIT));
        }
        return calls;
    }

    private static void breaksAt(Moment moment, String statement, Runnable work) {
        FaultPoints.loseConnection(new Point(moment, statement));
        work.run();
        assertThat(FaultPoints.disarm()).as("nobody came to the point").isFalse();
    }

    private void requireOnce(Gateway gateway) {
        assertThat(quota(gateway)).isEqualTo(new Quota(gateway.contract, CALLS, 0, CALLS));
        List<Charge> charges =
                exchange.bean(SettlementService.class)
                        .charges(gateway.market.bank, gateway.contract, PageRequest.first(50))
                        .items();
        assertThat(charges.stream().mapToLong(Charge::units).sum()).isEqualTo(CALLS);
        assertThat(charges.stream().map(Charge::gross).reduce(Money::add))
                .contains(Money.cny("5000.00"));
        assertThat(exchange.bean(LedgerService.class).proof().balanced()).isTrue();
        assertThat(broken(gateway)).isEmpty();
    }

    private Quota quota(Gateway gateway) {
        return exchange.bean(QuotaService.class).view(gateway.contract);
    }

    private List<Ticket> broken(Gateway gateway) {
        return exchange.bean(ReconciliationService.class).check(gateway.market.operator);
    }
}
