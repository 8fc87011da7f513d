package io.databourse.settlement.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.bill.BillCheck;
import io.databourse.bill.BillVerdict;
import io.databourse.bill.Finding;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.catalog.NewPricing;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.json.Json;
import io.databourse.metering.CallAnswer;
import io.databourse.metering.CallAnswers;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.CallReport;
import io.databourse.metering.Gateway;
import io.databourse.money.Money;
import io.databourse.order.PayAsYouGoWish;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceText;
import io.databourse.quota.QuotaService;
import io.databourse.settlement.Charge;
import io.databourse.settlement.ChargeKind;
import io.databourse.settlement.PeriodCharges;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import io.databourse.settlement.reconciliation.ReconciliationService;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Prices by the size of calls and by the period, from the listing to the bill that the buyer
/// recomputes, on PostgreSQL.
class SizeAndPeriodTest {
    private final Exchange exchange = Exchange.get();
    private final Duration present = exchange.clock().ahead();

    @AfterEach
    void goBack() {
        exchange.clock().goBackTo(present);
    }

    @Test
    void rows_are_paid_as_they_come_up_to_a_limit_for_each_call() {
        Market market = market("at-most ROWS 100", "per-unit ROWS 0.01");
        Contract contract = market.payAsYouGo(Money.cny("10.00"));
        assertThat(contract.units()).as("ten of the largest calls").isEqualTo(10);
        try (var gateway = new Gateway(market, contract.id())) {
            CallAnswers answers =
                    gateway.report(
                            List.of(
                                    rows(gateway, CallOutcome.HIT, 100),
                                    rows(gateway, CallOutcome.HIT, 7),
                                    rows(gateway, CallOutcome.MISS, 0),
                                    rows(gateway, CallOutcome.HIT, 101),
                                    rows(gateway, CallOutcome.ERROR, 1),
                                    rows(gateway, CallOutcome.ERROR, 0)));
            gateway.settle();

            assertThat(answers.accepted()).isEqualTo(4);
            assertThat(answers.items().stream().map(CallAnswer::code).flatMap(Optional::stream))
                    .containsExactly(ErrorCode.VALIDATION_FAILED, ErrorCode.VALIDATION_FAILED);
            assertThat(charged(market, contract.id())).containsExactly(Money.cny("1.07"));
            assertThat(exchange.bean(QuotaService.class).view(contract.id()).granted())
                    .as("8.93 pay for eight more of the largest calls; three were made")
                    .isEqualTo(11);
            requireVerified(market, contract.id(), "1.07 CNY");
        }
    }

    @Test
    void compute_and_bytes_are_paid_by_what_was_used() {
        Market market =
                market(
                        "at-most CPU_SECONDS 2",
                        "at-most BYTES 1000",
                        "per-unit CPU_SECONDS 0.03",
                        "graduated BYTES 0:0.001 1000:0.0005");
        Contract contract = market.payAsYouGo(Money.cny("10.00"));
        try (var gateway = new Gateway(market, contract.id())) {
            gateway.report(
                    List.of(
                            size(gateway, 0, 1000, 1500),
                            size(gateway, 0, 500, 1),
                            size(gateway, 0, 0, 2000)));
            gateway.settle();

            // 1,500 bytes: 1,000 at 0.001 and 500 at 0.0005; 3.501 CPU-seconds at 0.03.
            assertThat(charged(market, contract.id()).stream().reduce(Money::add))
                    .contains(Money.cny("1.36"));
            requireVerified(market, contract.id(), "1.36 CNY");
        }
    }

    @Test
    void a_share_of_the_turnover_is_paid_with_a_fee_on_entering_each_tier() {
        Market market =
                market("at-most TURNOVER 4000", "graduated TURNOVER 0:0.01+200 1000:0.02+300");
        Contract contract = market.payAsYouGo(Money.cny("1000.00"));
        try (var gateway = new Gateway(market, contract.id())) {
            CallReport last = about(gateway, CallOutcome.HIT, "4000.00");
            CallAnswers answers =
                    gateway.report(
                            List.of(
                                    about(gateway, CallOutcome.HIT, "500"),
                                    about(gateway, CallOutcome.HIT, "549.99"),
                                    about(gateway, CallOutcome.HIT, "0.01"),
                                    last,
                                    about(gateway, CallOutcome.HIT, "4000.01"),
                                    about(gateway, CallOutcome.HIT, "1.001"),
                                    about(gateway, CallOutcome.HIT, "-1.00"),
                                    about(gateway, CallOutcome.ERROR, "1.00")));
            gateway.settle();

            assertThat(answers.accepted()).isEqualTo(4);
            assertThat(answers.items().stream().map(CallAnswer::code).flatMap(Optional::stream))
                    .hasSize(4)
                    .containsOnly(ErrorCode.VALIDATION_FAILED);
            // 1,000 at 1 % and 4,050 at 2 %, and both fees.
            assertThat(charged(market, contract.id())).containsExactly(Money.cny("591.00"));
            requireVerified(market, contract.id(), "591.00 CNY");

            assertThat(gateway.report(List.of(gateway.reversal(last))).accepted()).isEqualTo(1);
            gateway.settle();
            assertThat(charged(market, contract.id())).contains(Money.cny("-80.00")).hasSize(2);
            requireVerified(market, contract.id(), "511.00 CNY");
        }
    }

    @Test
    void a_turnover_that_the_price_does_not_count_is_not_taken() {
        Market market = market("at-most ROWS 100", "per-unit ROWS 0.01");
        Contract contract = market.payAsYouGo(Money.cny("10.00"));
        try (var gateway = new Gateway(market, contract.id())) {
            CallAnswers answers = gateway.report(List.of(about(gateway, CallOutcome.HIT, "12.00")));

            assertThat(answers.items())
                    .extracting(CallAnswer::code)
                    .containsExactly(Optional.of(ErrorCode.VALIDATION_FAILED));
        }
    }

    @Test
    void a_period_is_paid_when_it_begins_and_calls_beside_it() {
        Market market = market("per-period 30 DAY", "per-result 0.10 0 0");
        Contract contract =
                market.payAsYouGo(
                        new PayAsYouGoWish(
                                Money.cny("100.00"), Optional.of(Map.of(Meter.PERIODS, 3L))));
        assertThat(contract.units()).as("what three periods leave").isEqualTo(100);
        assertThat(charged(market, contract.id())).containsExactly(Money.cny("30.00"));
        PeriodCharges periods = exchange.bean(PeriodCharges.class);
        try (var gateway = new Gateway(market, contract.id())) {
            gateway.report(List.of(gateway.call(CallOutcome.HIT), gateway.call(CallOutcome.HIT)));
            gateway.settle();
            periods.charge(contract.id());
            assertThat(periods.open()).contains(contract.id());
            exchange.clock().advance(Duration.ofDays(32));
            periods.charge(contract.id());
            periods.charge(contract.id());

            assertThat(kinds(market, contract.id()))
                    .containsExactly(ChargeKind.PERIOD, ChargeKind.CALLS, ChargeKind.PERIOD);
            exchange.clock().advance(Duration.ofDays(365));
            periods.charge(contract.id());
            periods.charge(contract.id());

            assertThat(charged(market, contract.id()).stream().reduce(Money::add))
                    .contains(Money.cny("90.20"));
            assertThat(periods.open()).doesNotContain(contract.id());
            requireVerified(market, contract.id(), "90.20 CNY");
        }
    }

    @Test
    void a_statement_has_the_period_as_a_line() {
        Market market = market("per-period 30 DAY");
        market.payAsYouGo(
                new PayAsYouGoWish(Money.cny("90.00"), Optional.of(Map.of(Meter.PERIODS, 3L))));

        Statement statement =
                exchange.bean(SettlementService.class)
                        .statement(market.bank, Optional.of(YearMonth.from(exchange.today())));

        assertThat(statement.paid()).isEqualTo(Money.cny("30.00"));
        assertThat(statement.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.kind()).isEqualTo(ChargeKind.PERIOD));
    }

    @Test
    void who_does_not_say_for_how_long_or_pays_for_less_gets_no_quote() {
        Market market = market("per-period 30 DAY");

        assertThatThrownBy(() -> market.payAsYouGo(Money.cny("100.00")))
                .hasMessageContaining("PERIODS");
        assertThatThrownBy(() ->
                        market.payAsYouGo(
                                new PayAsYouGoWish(
                                        Money.cny("59.99"),
                                        Optional.of(Map.of(Meter.PERIODS, 2L)))))
                .hasMessageContaining("does not pay for one use");
        assertThatThrownBy(() -> market("per-unit ROWS 0.01").listing())
                .hasMessageContaining("at-most ROWS");
        assertThatThrownBy(() -> market("per-unit TURNOVER 0.01").listing())
                .hasMessageContaining("at-most TURNOVER");
    }

    private static Market market(String... lines) {
        var steps = Stream.of(lines).map(PriceText::read).toList();
        return new Market(10, Optional.of(new NewPricing(Optional.empty(), steps)));
    }

    private static CallReport about(Gateway gateway, CallOutcome outcome, String turnover) {
        CallReport call = gateway.call(outcome);
        return new CallReport(
                call.id(),
                call.source(),
                call.contractId(),
                call.outcome(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(turnover),
                call.at(),
                Optional.empty());
    }

    private static CallReport rows(Gateway gateway, CallOutcome outcome, long rows) {
        return sized(gateway.call(outcome), rows, 0, 0);
    }

    private static CallReport size(Gateway gateway, long rows, long bytes, long cpuMillis) {
        return sized(gateway.call(CallOutcome.HIT), rows, bytes, cpuMillis);
    }

    private static CallReport sized(CallReport call, long rows, long bytes, long cpuMillis) {
        return new CallReport(
                call.id(),
                call.source(),
                call.contractId(),
                call.outcome(),
                Optional.of(rows),
                Optional.of(bytes),
                Optional.of(cpuMillis),
                Optional.empty(),
                call.at(),
                Optional.empty());
    }

    private List<Charge> charges(Market market, ContractId contract) {
        return exchange.bean(SettlementService.class)
                .charges(market.bank, contract, PageRequest.first(50))
                .items();
    }

    private List<Money> charged(Market market, ContractId contract) {
        return charges(market, contract).stream().map(Charge::gross).toList();
    }

    private List<ChargeKind> kinds(Market market, ContractId contract) {
        return charges(market, contract).stream().map(Charge::kind).toList();
    }

    private void requireVerified(Market market, ContractId contract, String total) {
        var bill =
                exchange.bean(BillService.class)
                        .bill(market.bank, contract, Optional.empty(), Optional.empty());
        BillVerdict verdict =
                BillCheck.check(
                        Json.write(bill),
                        Optional.of(exchange.bean(ExchangeKeys.class).signerCertificate()));
        assertThat(verdict.findings()).as("%s", verdict).allMatch(Finding::good);
        assertThat(verdict.findings())
                .extracting(Finding::text)
                .anyMatch(text -> text.contains(total));
        assertThat(exchange.bean(ReconciliationService.class).check(market.operator)).isEmpty();
    }
}
