package io.databourse.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.contract.ContractId;
import io.databourse.harness.Exchange;
import io.databourse.harness.SeenQuota;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On PostgreSQL.
class QuotaWatchTest {
    private final Exchange exchange = Exchange.get();
    private final Duration present = exchange.clock().ahead();
    private final QuotaService quotas = exchange.bean(QuotaService.class);
    private final QuotaWatch watch = exchange.bean(QuotaWatch.class);
    private final ContractId contract = new ContractId("con_" + UUID.randomUUID());

    @AfterEach
    void goBack() {
        exchange.clock().goBackTo(present);
    }

    @Test
    void the_end_of_a_pack_is_told_thirty_seven_and_one_days_before_and_each_once() {
        var now = exchange.clock().instant();
        quotas.grant(
                new PackGrant(
                        contract.value(),
                        contract,
                        5,
                        0,
                        now,
                        Optional.of(now.plus(Duration.ofDays(31)))));

        assertThat(warnedAfter(Duration.ZERO)).isEmpty();
        assertThat(warnedAfter(Duration.ofDays(1))).containsExactly(30);
        assertThat(warnedAfter(Duration.ofDays(20))).containsExactly(30);
        assertThat(warnedAfter(Duration.ofDays(3))).containsExactly(30, 7);
        assertThat(warnedAfter(Duration.ofDays(6))).containsExactly(30, 7, 1);
        assertThat(warnedAfter(Duration.ofHours(1))).containsExactly(30, 7, 1);
    }

    @Test
    void a_watch_that_slept_tells_only_what_still_matters() {
        var now = exchange.clock().instant();
        quotas.grant(
                new PackGrant(
                        contract.value(),
                        contract,
                        5,
                        0,
                        now,
                        Optional.of(now.plus(Duration.ofHours(12)))));

        assertThat(warnedAfter(Duration.ZERO)).containsExactly(1);
    }

    @Test
    void use_is_told_at_half_at_four_fifths_and_at_the_end_and_each_once() {
        quotas.grant(contract, 10);

        assertThat(reachedAfter(4)).isEmpty();
        assertThat(reachedAfter(5)).containsExactly(50);
        assertThat(reachedAfter(7)).containsExactly(50);
        assertThat(reachedAfter(8)).containsExactly(50, 80);
        assertThat(reachedAfter(10)).containsExactly(50, 80, 100);
        assertThat(reachedAfter(10)).containsExactly(50, 80, 100);
    }

    private List<Integer> warnedAfter(Duration later) {
        exchange.clock().advance(later);
        watch.pass();
        return told().filter(QuotaEvent.ExpiresSoon.class::isInstance)
                .map(event -> ((QuotaEvent.ExpiresSoon) event).days())
                .toList();
    }

    private List<Integer> reachedAfter(int used) {
        for (int unit = 1; unit <= used; unit++) {
            String holder = contract + "/" + unit;
            quotas.hold(contract, holder);
            quotas.consume(holder);
        }
        watch.pass();
        return told().filter(QuotaEvent.Reached.class::isInstance)
                .map(event -> ((QuotaEvent.Reached) event).percent())
                .toList();
    }

    private Stream<QuotaEvent> told() {
        return exchange.bean(SeenQuota.class).of(contract);
    }
}
