package io.databourse.settlement.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.bill.BillCheck;
import io.databourse.bill.BillVerdict;
import io.databourse.bill.Finding;
import io.databourse.contract.Rollover;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.harness.Exchange;
import io.databourse.harness.TopUps;
import io.databourse.json.Json;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.Gateway;
import io.databourse.quota.PackEnds;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A buyer recomputes the bill of a contract to which units were added, offline.
class SupplementedBillTest {
    private static final int ALL = 100_000;

    private final Exchange exchange = Exchange.get();
    private final Duration present = exchange.clock().ahead();
    private final TopUps shop = new TopUps();

    @AfterEach
    void goBack() {
        exchange.clock().goBackTo(present);
    }

    @Test
    void each_call_costs_what_its_pack_cost_and_what_expired_is_left_out() {
        shop.added(Duration.ofDays(1), Rollover.atMost(2));
        calls(4);
        exchange.clock().advance(Duration.ofHours(2));
        PackEnds ends = exchange.bean(PackEnds.class);
        assertThat(
                        ends.due(ALL).stream()
                                .filter(pack -> pack.contractId().equals(shop.contract.id()))
                                .filter(ends::end))
                .hasSize(1);
        calls(3);

        String bill =
                Json.write(
                        exchange.bean(BillService.class)
                                .bill(
                                        shop.market.bank,
                                        shop.contract.id(),
                                        Optional.empty(),
                                        Optional.empty()));
        BillVerdict verdict = check(bill);
        assertThat(verdict.findings()).as("%s", verdict).allMatch(Finding::good);
        assertThat(verdict.findings())
                .extracting(Finding::text)
                .anyMatch(text ->
                        text.contains(
                                "price 5000.00 CNY for 10 units, then price 6000.00 CNY for 20"
                                        + " units"))
                .anyMatch(text -> text.contains("3300.00"));

        ObjectNode without = (ObjectNode) Json.tree(bill);
        ((ArrayNode) without.get("supplements")).removeAll();
        assertThat(check(Json.write(without)).isGood()).isFalse();
    }

    private void calls(int count) {
        try (var gateway = new Gateway(shop.market, shop.contract.id())) {
            gateway.report(
                    Stream.generate(() -> gateway.call(CallOutcome.HIT)).limit(count).toList());
        }
    }

    private BillVerdict check(String bill) {
        return BillCheck.check(
                bill, Optional.of(exchange.bean(ExchangeKeys.class).signerCertificate()));
    }
}
