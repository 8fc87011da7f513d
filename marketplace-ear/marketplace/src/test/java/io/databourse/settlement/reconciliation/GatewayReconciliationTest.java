package io.databourse.settlement.reconciliation;

import static io.databourse.settlement.Purse.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.catalog.NewPricing;
import io.databourse.contract.ContractId;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.CallReport;
import io.databourse.metering.Gateway;
import io.databourse.metering.GatewayCount;
import io.databourse.metering.GatewayCounts;
import io.databourse.money.Money;
import io.databourse.pricing.book.PriceText;
import io.databourse.settlement.Charge;
import io.databourse.settlement.SettlementService;
import io.databourse.sql.JpaSql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a gateway counted, what the exchange received of it, what was charged and what was posted.
@Tag("G03")
class GatewayReconciliationTest {
    private final Exchange exchange = Exchange.get();
    private final GatewayCounts counts = exchange.bean(GatewayCounts.class);
    private final ReconciliationService reconciliation = exchange.bean(ReconciliationService.class);
    private final Gateway gateway = new Gateway(10);
    private final LocalDate today = LocalDate.ofInstant(gateway.now(), SettlementService.ZONE);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void gateway_meter_charges_and_ledger_agree_however_often_calls_are_reported() {
        List<CallReport> calls = served();
        gateway.report(calls);
        gateway.settle();
        counts.count(gateway.market.airline, count(4));

        assertThat(tickets()).isEmpty();
        List<Charge> charges =
                exchange.bean(SettlementService.class)
                        .charges(gateway.market.bank, gateway.contract, PageRequest.first(50))
                        .items();
        assertThat(charges).allMatch(charge -> charge.transferId().isPresent());
        assertThat(charges.stream().mapToLong(charge -> charge.calls().orElseThrow().calls()).sum())
                .isEqualTo(4);
    }

    @Test
    void a_call_that_the_gateway_has_and_the_exchange_has_not_is_a_ticket() {
        served();
        counts.count(gateway.market.airline, count(5));

        assertThat(tickets())
                .containsExactly(
                        "GATEWAY_DIFFERS the gateway counted 5 calls, 15 rows, 3500 bytes, 10 ms,"
                                + " 0 fen; received 4, 12, 2800, 8, 0");
        counts.count(gateway.market.airlineNode.id(), count(4));
        assertThat(differences()).as("a later count stands in for an earlier one").isEmpty();
    }

    @Test
    void a_turnover_that_the_gateway_counted_otherwise_is_a_ticket() {
        var steps =
                Stream.of("at-most TURNOVER 4000", "per-unit TURNOVER 0.01")
                        .map(PriceText::read)
                        .toList();
        Market market = new Market(10, Optional.of(new NewPricing(Optional.empty(), steps)));
        ContractId contract = market.payAsYouGo(Money.cny("100.00")).id();
        try (Gateway shop = new Gateway(market, contract)) {
            CallReport returned = shop.call("1280.50");
            shop.report(List.of(shop.call("500"), returned));
            shop.report(List.of(shop.reversal(returned)));
            shop.settle();

            counts.count(market.airline, count(contract, "1780.50"));
            assertThat(tickets(contract))
                    .containsExactly(
                            "GATEWAY_DIFFERS the gateway counted 1 calls, 0 rows, 0 bytes, 0 ms,"
                                    + " 178050 fen; received 1, 0, 0, 0, 50000");
            counts.count(market.airline, count(contract, "500.00"));
            assertThat(tickets(contract)).isEmpty();
            refused(
                    ErrorCode.VALIDATION_FAILED,
                    () -> counts.count(market.airline, count(contract, "1.001")));
        }
    }

    private GatewayCount count(ContractId contract, String turnover) {
        return new GatewayCount("gateway-1", contract, today, 1, 0, 0, 0, Optional.of(turnover));
    }

    @Test
    void a_gateway_that_counted_before_is_missed_when_its_day_is_over_for_good() {
        served();
        assertThat(differences(true)).as("who never counts is compared with nothing").isEmpty();

        counts.count(gateway.market.airline, count(today.minusDays(1), 4));
        assertThat(differences(false)).as("the count of today may still come").isEmpty();
        assertThat(differences(true))
                .containsExactly(
                        "GATEWAY_DIFFERS the gateway counted nothing; received 4, 12, 2800, 8, 0");
    }

    @Test
    void a_planted_difference_of_meter_or_charge_is_a_ticket() {
        served();
        List<String> found =
                Planted.undone(() -> {
                    JpaSql sql = exchange.bean(JpaSql.class);
                    sql.run("set local session_replication_role = replica");
                    sql.run(
                            "update metering_slice s set calls = calls + 1 from metering_stream m"
                                    + " where m.stream = s.stream and m.contract_id = ?",
                            gateway.contract.value());
                    sql.run("set local session_replication_role = origin");
                    return differences();
                });

        assertThat(found).singleElement().asString().startsWith("CALLS_NOT_METERED");
        assertThat(differences()).isEmpty();
    }

    @Test
    void meter_records_are_only_ever_added() {
        served();
        JpaSql sql = exchange.bean(JpaSql.class);
        for (String table :
                List.of("metering_call", "metering_slice", "metering_batch", "metering_reversal")) {
            assertThatThrownBy(() -> exchange.inTransaction(() -> sql.run("delete from " + table)))
                    .hasMessageContaining(table);
        }
    }

    @Test
    void only_the_provider_says_what_its_gateway_counted() {
        refused(ErrorCode.NOT_FOUND, () -> counts.count(gateway.market.bank, count(1)));
        refused(ErrorCode.NOT_FOUND, () -> counts.count(gateway.market.bankNode.id(), count(1)));
    }

    /// Five calls, of which one is reversed: four in the end.
    private List<CallReport> served() {
        List<CallReport> calls =
                List.of(
                        gateway.call(CallOutcome.HIT),
                        gateway.call(CallOutcome.MISS),
                        gateway.call(CallOutcome.ERROR),
                        gateway.call(CallOutcome.HIT),
                        gateway.call(CallOutcome.HIT));
        gateway.report(calls);
        gateway.report(List.of(gateway.reversal(calls.getLast())));
        gateway.settle();
        return calls;
    }

    private GatewayCount count(long calls) {
        return count(today, calls);
    }

    private GatewayCount count(LocalDate day, long calls) {
        return new GatewayCount(
                "gateway-1",
                gateway.contract,
                day,
                calls,
                3 * calls,
                700 * calls,
                2 * calls,
                Optional.empty());
    }

    /// Those that the comparison of today opens about this contract; other tests trade too.
    private List<String> tickets() {
        return tickets(gateway.contract);
    }

    private List<String> tickets(ContractId contract) {
        return reconciliation
                .reconcile(gateway.market.operator, Optional.of(today))
                .tickets()
                .stream()
                .filter(ticket -> ticket.subject().contains(contract.value()))
                .map(ticket -> ticket.kind() + " " + ticket.detail())
                .toList();
    }

    private List<String> differences() {
        return differences(false);
    }

    private List<String> differences(boolean over) {
        return exchange.inTransaction(() ->
                exchange.bean(DayBooks.class).compare(today, over).differences().stream()
                        .filter(each -> each.subject().contains(gateway.contract.value()))
                        .map(each -> each.kind() + " " + each.detail())
                        .toList());
    }
}
