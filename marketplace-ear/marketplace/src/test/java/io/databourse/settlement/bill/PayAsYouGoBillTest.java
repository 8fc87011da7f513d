package io.databourse.settlement.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.bill.BillCheck;
import io.databourse.bill.BillVerdict;
import io.databourse.bill.Finding;
import io.databourse.catalog.NewPricing;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.json.Json;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.CallReport;
import io.databourse.metering.Gateway;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.book.PriceText;
import io.databourse.quota.QuotaService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Use that is paid as it comes, from the call to the bill that the buyer recomputes.
class PayAsYouGoBillTest {
    private static final NewPricing PRICING =
            new NewPricing(
                    Optional.of(new ChargingRule(1, 1, 0)),
                    List.of(
                            PriceText.read("free-units HITS 2"),
                            PriceText.read("graduated HITS 0:0.333 5:0.1+1"),
                            PriceText.read("per-unit MISSES 0.05")));

    private final Exchange exchange = Exchange.get();
    private final Market market = new Market(10, Optional.of(PRICING));

    @Test
    void the_buyer_recomputes_what_the_pinned_price_asks_from_the_receipts() {
        var contract = market.payAsYouGo(Money.cny("20.00"));
        try (var gateway = new Gateway(market, contract.id())) {
            serve(gateway, CallOutcome.HIT, 4);
            serve(gateway, CallOutcome.ERROR, 3);
            List<CallReport> misses = serve(gateway, CallOutcome.MISS, 7);
            serve(gateway, CallOutcome.HIT, 5);
            gateway.report(List.of(gateway.reversal(misses.getFirst())));
            gateway.settle();

            BillVerdict verdict = check(gateway);

            assertThat(verdict.findings()).as("%s", verdict).allMatch(Finding::good);
            // 9 hits: 2 free, 5 at 0.333, 2 at 0.1, 1 for entering; and 6 misses at 0.05.
            assertThat(verdict.findings())
                    .extracting(Finding::text)
                    .anyMatch(text -> text.contains("3.17 CNY"));
            assertThat(exchange.bean(QuotaService.class).view(contract.id()).consumed())
                    .isEqualTo(15);
        }
    }

    /// One commit after the other, so that there are several lines.
    private static List<CallReport> serve(Gateway gateway, CallOutcome outcome, int calls) {
        List<CallReport> reports = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            reports.add(gateway.call(outcome));
        }
        assertThat(gateway.report(reports).accepted()).isEqualTo(calls);
        gateway.settle();
        return reports;
    }

    private BillVerdict check(Gateway gateway) {
        var bill =
                exchange.bean(BillService.class)
                        .bill(market.bank, gateway.contract, Optional.empty(), Optional.empty());
        return BillCheck.check(
                Json.write(bill),
                Optional.of(exchange.bean(ExchangeKeys.class).signerCertificate()));
    }
}
