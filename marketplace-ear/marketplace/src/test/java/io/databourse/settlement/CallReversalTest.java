package io.databourse.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.harness.Exchange;
import io.databourse.ledger.LedgerService;
import io.databourse.metering.CallAnswer;
import io.databourse.metering.CallAnswers;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.CallReport;
import io.databourse.metering.Gateway;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Calls that are undone, late, out of order or sent again, with quota and money.
class CallReversalTest {
    private final Exchange exchange = Exchange.get();

    @Test
    void a_reversed_call_gives_quota_and_money_back() {
        try (Gateway gateway = new Gateway(3)) {
            CallReport served = gateway.call(CallOutcome.HIT);
            gateway.report(List.of(gateway.call(CallOutcome.MISS), served));
            CallAnswers undone = gateway.report(List.of(gateway.reversal(served)));
            gateway.settle();

            assertThat(undone.accepted()).isEqualTo(1);
            assertThat(quota(gateway)).isEqualTo(new Quota(gateway.contract, 3, 0, 1));
            assertThat(charged(gateway)).isEqualTo(Money.cny("1666.66"));
            assertThat(reserved(gateway)).isEqualTo(Money.cny("3333.34"));
            assertThat(gateway.report(hits(gateway, 2)).accepted())
                    .as("what came back can be used")
                    .isEqualTo(2);
            assertThat(exchange.bean(LedgerService.class).proof().balanced()).isTrue();
        }
    }

    @Test
    void a_receipt_of_a_reversal_names_its_original_and_the_same_price() {
        try (Gateway gateway = new Gateway(3)) {
            CallReport served = gateway.call(CallOutcome.HIT);
            String original = document(gateway.report(List.of(served)));
            String reversal = document(gateway.report(List.of(gateway.reversal(served))));

            assertThat(reversal)
                    .contains("\"reverses\":{\"source\":\"gateway-1\",\"id\":\"" + served.id())
                    .contains("\"units\":-1,\"rows\":-3,\"bytes\":-700,\"cpuMillis\":-2")
                    .contains(original.replaceAll(".*(\"price\":\"[^\"]+\").*", "$1"));
        }
    }

    @Test
    void a_call_is_reversed_once_and_only_if_it_was_served_and_cost_something() {
        try (Gateway gateway = new Gateway(3)) {
            CallReport served = gateway.call(CallOutcome.HIT);
            CallReport failed = gateway.call(CallOutcome.ERROR);
            CallReport undo = gateway.reversal(served);
            gateway.report(List.of(served, failed));
            assertThat(gateway.report(List.of(undo)).accepted()).isEqualTo(1);

            assertThat(gateway.report(List.of(undo)).duplicate()).isEqualTo(1);
            CallAnswers refused =
                    gateway.report(
                            List.of(
                                    gateway.reversal(served),
                                    gateway.reversal(failed),
                                    gateway.reversal(undo),
                                    gateway.reversal(gateway.call(CallOutcome.HIT))));
            assertThat(refused.items().stream().map(CallAnswer::code).map(Optional::orElseThrow))
                    .containsExactly(
                            ErrorCode.STATE_CONFLICT,
                            ErrorCode.VALIDATION_FAILED,
                            ErrorCode.VALIDATION_FAILED,
                            ErrorCode.NOT_FOUND);
            gateway.settle();
            assertThat(quota(gateway)).isEqualTo(new Quota(gateway.contract, 3, 0, 0));
            assertThat(charged(gateway)).isEqualTo(Money.cny("0.00"));
        }
    }

    @Test
    void the_order_of_arrival_changes_no_day_s_use_and_no_sum() {
        Map<String, String> seen = new TreeMap<>();
        for (int round = 0; round < 3; round++) {
            try (Gateway gateway = new Gateway(7)) {
                List<CallReport> calls = new ArrayList<>();
                for (int i = 0; i < 7; i++) {
                    CallOutcome outcome = i == 6 ? CallOutcome.ERROR : CallOutcome.HIT;
                    calls.add(
                            gateway.call(outcome, gateway.now().minus(Duration.ofHours(10L * i))));
                }
                Random random = new Random(round);
                Collections.shuffle(calls, random);
                for (int from = 0; from < calls.size(); ) {
                    int to = Math.min(calls.size(), from + 1 + random.nextInt(4));
                    gateway.report(calls.subList(from, to));
                    gateway.report(calls.subList(0, to));
                    from = to;
                }
                gateway.settle();
                seen.put(unitsByDay(gateway) + " " + charged(gateway), "round " + round);
            }
        }
        assertThat(seen).hasSize(1);
    }

    private Map<LocalDate, Long> unitsByDay(Gateway gateway) {
        Map<LocalDate, Long> units = new TreeMap<>();
        charges(gateway).forEach(charge -> units.merge(charge.day(), charge.units(), Long::sum));
        return units;
    }

    private List<CallReport> hits(Gateway gateway, int count) {
        List<CallReport> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(gateway.call(CallOutcome.HIT));
        }
        return calls;
    }

    private static String document(CallAnswers answers) {
        return answers.items().getFirst().receipt().orElseThrow().document();
    }

    private Quota quota(Gateway gateway) {
        return exchange.bean(QuotaService.class).view(gateway.contract);
    }

    private List<Charge> charges(Gateway gateway) {
        return exchange.bean(SettlementService.class)
                .charges(gateway.market.bank, gateway.contract, PageRequest.first(100))
                .items();
    }

    private Money charged(Gateway gateway) {
        return charges(gateway).stream().map(Charge::gross).reduce(Money.cny("0.00"), Money::add);
    }

    private Money reserved(Gateway gateway) {
        return Money.ofMinor(
                exchange.bean(LedgerService.class)
                        .balance(
                                SettlementAccounts.reserved(
                                        gateway.market.bankMerchant.id(), CurrencyCode.CNY))
                        .posted(),
                CurrencyCode.CNY);
    }
}
