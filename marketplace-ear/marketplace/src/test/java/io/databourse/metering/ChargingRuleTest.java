package io.databourse.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.catalog.NewPricing;
import io.databourse.contract.ContractService;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.pricing.ChargingRule;
import io.databourse.quota.QuotaService;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many units of its quota a contract has a hit, a miss and an error take.
@Tag("G04")
class ChargingRuleTest {
    private final Exchange exchange = Exchange.get();

    @ParameterizedTest
    @CsvSource({
        // The standard: what is not found costs as well, a failed call nothing.
        "1, 1, 0, 5",
        // Only what is found costs, 查得计费.
        "1, 0, 0, 3",
        // What is found costs more than what is not.
        "3, 1, 0, 11",
        // Whatever comes of it.
        "2, 2, 2, 12"
    })
    void calls_take_what_the_rule_of_their_contract_says(
            long hit, long miss, long error, long units) {
        var rule = new ChargingRule(hit, miss, error);
        var market = new Market(100, Optional.of(new NewPricing(Optional.of(rule), List.of())));
        try (var gateway = new Gateway(market)) {
            List<CallReport> calls =
                    List.of(
                            gateway.call(CallOutcome.HIT),
                            gateway.call(CallOutcome.MISS),
                            gateway.call(CallOutcome.HIT),
                            gateway.call(CallOutcome.ERROR),
                            gateway.call(CallOutcome.MISS),
                            gateway.call(CallOutcome.HIT));

            assertThat(gateway.report(calls).accepted()).isEqualTo(6);
            assertThat(gateway.report(calls).accepted()).isZero();
            gateway.settle();

            assertThat(consumed(gateway)).isEqualTo(units);
            gateway.report(List.of(gateway.reversal(calls.getFirst())));
            gateway.settle();
            assertThat(consumed(gateway)).isEqualTo(units - hit);
            assertThat(
                            exchange.bean(ContractService.class)
                                    .find(market.bank, gateway.contract)
                                    .charging()
                                    .rule())
                    .isEqualTo(rule);
        }
    }

    private long consumed(Gateway gateway) {
        return exchange.bean(QuotaService.class).view(gateway.contract).consumed();
    }
}
