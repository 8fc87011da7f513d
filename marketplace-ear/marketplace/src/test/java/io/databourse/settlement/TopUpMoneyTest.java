package io.databourse.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.contract.ContractId;
import io.databourse.contract.Rollover;
import io.databourse.crypto.Ids;
import io.databourse.harness.Exchange;
import io.databourse.harness.FaultPoints;
import io.databourse.harness.Market;
import io.databourse.harness.TopUps;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.CallReport;
import io.databourse.metering.Gateway;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.quota.PackStory;
import io.databourse.quota.QuotaService;
import io.databourse.settlement.SharingTerms.FixedPart;
import io.databourse.settlement.SharingTerms.Tier;
import io.databourse.settlement.reconciliation.ReconciliationService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ten units for 5,000.00 that end in an hour, and twenty more for 6,000.00 that end a day later:
/// money to the fen and units, on PostgreSQL.
class TopUpMoneyTest {
    private static final long FIRST = 50_000;
    private static final long ADDED = 30_000;
    private static final Duration DAY = Duration.ofDays(1);

    private final Exchange exchange = Exchange.get();
    private final Duration present = exchange.clock().ahead();
    private final QuotaService quotas = exchange.bean(QuotaService.class);
    private final TopUps shop = new TopUps();
    private final Sales sales = new Sales(shop.contract, shop.market);
    private final ContractId id = shop.contract.id();
    private final long before = breakage();

    @AfterEach
    void goBack() {
        exchange.clock().goBackTo(present);
    }

    @Test
    void calls_use_up_the_first_units_and_then_the_added_ones_each_at_its_price() {
        shop.added(DAY, Rollover.NONE);

        calls(8);
        assertThat(charged()).isEqualTo(8 * FIRST);
        calls(5);
        runs(1);

        assertThat(charged()).isEqualTo(10 * FIRST + 4 * ADDED);
        assertThat(reserved()).isEqualTo(16 * ADDED);
        assertThat(quotas.view(id).available()).isEqualTo(16);
        assertThat(astray()).isEmpty();
    }

    @Test
    void without_rollover_unused_units_expire_and_the_contract_goes_on_with_the_added_ones() {
        shop.added(DAY, Rollover.NONE);
        calls(4);
        firstIsOver();

        assertThat(broken()).isEqualTo(6 * FIRST);
        assertThat(quotas.view(id).available()).isEqualTo(20);
        assertThat(astray()).isEmpty();
        calls(2);
        runs(1);
        assertThat(charged()).isEqualTo(4 * FIRST + 3 * ADDED);
        assertThat(reserved()).isEqualTo(17 * ADDED);
        allIsOver();

        assertThat(broken()).isEqualTo(6 * FIRST + 17 * ADDED);
        assertThat(reserved()).isZero();
        assertThat(astray()).isEmpty();
    }

    @Test
    void with_rollover_unused_units_go_on_with_their_money() {
        shop.added(DAY, Rollover.ALL);
        calls(4);
        firstIsOver();

        assertThat(broken()).isZero();
        assertThat(quotas.view(id).available()).isEqualTo(26);
        assertThat(quotas.stories(id))
                .extracting(PackStory::ended, PackStory::passedOn, PackStory::takenOver)
                .containsExactly(tuple(true, 6L, 0L), tuple(false, 0L, 6L));
        runs(2);
        calls(5);
        assertThat(charged()).isEqualTo(10 * FIRST + ADDED);
        allIsOver();

        assertThat(broken()).isEqualTo(19 * ADDED);
        assertThat(reserved()).isZero();
        assertThat(astray()).isEmpty();
    }

    @Test
    void a_limit_lets_so_many_units_go_on_and_the_rest_expire() {
        shop.added(DAY, Rollover.atMost(2));
        calls(4);
        firstIsOver();

        assertThat(broken()).isEqualTo(4 * FIRST);
        assertThat(quotas.view(id).available()).isEqualTo(22);
        calls(3);
        assertThat(charged()).isEqualTo(6 * FIRST + ADDED);
        assertThat(quotas.stories(id))
                .extracting(PackStory::unused, PackStory::expired)
                .containsExactly(tuple(0L, 4L), tuple(19L, 0L));
        assertThat(astray()).isEmpty();
    }

    @Test
    void the_limit_counts_all_that_a_pack_takes_over_and_units_go_from_pack_to_pack() {
        shop.added(DAY, Rollover.ALL);
        shop.added(DAY.multipliedBy(2), Rollover.atMost(25));
        firstIsOver();
        exchange.clock().advance(DAY);

        assertThat(end()).isEqualTo(1);
        assertThat(broken()).isEqualTo(5 * ADDED);
        assertThat(quotas.view(id).available()).isEqualTo(45);
        runs(11);
        assertThat(charged()).isEqualTo(10 * FIRST + ADDED);
        allIsOver();
        assertThat(broken()).isEqualTo((5 + 34) * ADDED);
        assertThat(reserved()).isZero();
        assertThat(astray()).isEmpty();
    }

    @Test
    void what_is_held_of_the_first_pack_ends_before_it_does() {
        shop.added(DAY, Rollover.ALL);
        quotas.hold(id, id + "/job");
        exchange.clock().advance(Duration.ofHours(2));

        assertThat(end()).isZero();
        quotas.consume(id + "/job");
        sales.run(exchange.today());
        assertThat(end()).isEqualTo(1);

        assertThat(quotas.view(id).available()).isEqualTo(29);
        assertThat(charged()).isEqualTo(FIRST);
    }

    @Test
    void a_call_reversed_after_the_first_end_gives_its_own_price_back() {
        shop.added(DAY, Rollover.NONE);
        CallReport call = calls(4).getFirst();
        firstIsOver();
        long wallet = Purse.prepaid(sales);

        try (var gateway = new Gateway(shop.market, id)) {
            gateway.report(List.of(gateway.reversal(call)));
        }
        assertThat(charged()).isEqualTo(3 * FIRST);
        allIsOver();
        exchange.clock().advance(Duration.ofDays(4));
        exchange.bean(UnusedMoney.class).giveBack();

        assertThat(broken() + Purse.prepaid(sales) - wallet).isEqualTo(7 * FIRST + 20 * ADDED);
        assertThat(reserved()).isZero();
        assertThat(astray()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE, insert into quota_rollover",
        "AFTER, insert into quota_lapse",
        "BEFORE_COMMIT, insert into quota_rollover",
        "AFTER_COMMIT, insert into quota_rollover",
    })
    void a_rollover_that_breaks_off_happens_once(FaultPoints.Moment moment, String statement) {
        shop.added(DAY, Rollover.atMost(2));
        runs(3);
        exchange.clock().advance(Duration.ofHours(2));

        FaultPoints.loseConnection(new FaultPoints.Point(moment, statement));
        assertThat(catchThrowable(this::end)).isNotNull();
        assertThat(FaultPoints.disarm()).as("nobody came to the point").isFalse();
        end();

        assertThat(broken()).isEqualTo(5 * FIRST);
        assertThat(quotas.view(id).available()).isEqualTo(22);
        assertThat(astray()).isEmpty();
    }

    @Test
    void random_use_and_ends_leave_not_a_fen_too_much_or_too_little() {
        Random random = new Random(20261121);
        for (int round = 0; round < 3; round++) {
            TopUps each = new TopUps();
            Sales use = new Sales(each.contract, each.market);
            long lost = breakage();
            long limit = random.nextInt(12);
            each.added(DAY, limit == 0 ? Rollover.NONE : Rollover.atMost(limit));
            long first = random.nextInt(11);
            runs(use, first);
            exchange.clock().advance(Duration.ofHours(2));
            PackWindows.end(use.contract);
            long carried = Math.min(limit, 10 - first);
            long later = random.nextLong(20 + carried);
            runs(use, later);
            exchange.clock().advance(DAY);
            PackWindows.end(use.contract);

            long dear = first + Math.min(carried, later);
            long cheap = later - Math.min(carried, later);
            assertThat(charged(use)).isEqualTo(dear * FIRST + cheap * ADDED);
            assertThat(breakage() - lost).isEqualTo(10 * FIRST + 20 * ADDED - charged(use));
        }
        assertThat(astray()).isEmpty();
    }

    @Test
    void units_are_not_added_for_less_than_partners_are_promised_of_each() {
        var partner = new Market().bankMerchant.id();
        var fixed = List.of(new FixedPart(partner, PartnerRole.CHANNEL, Money.cny("400.00")));
        var rest = new Tier(Optional.empty(), "1", List.of());
        exchange.bean(SharingService.class)
                .agree(shop.market.airline, id, new SharingTerms(fixed, List.of(rest)));

        Purse.refused(ErrorCode.VALIDATION_FAILED, () -> shop.draft(DAY, Rollover.NONE));
    }

    private List<CallReport> calls(int count) {
        try (var gateway = new Gateway(shop.market, id)) {
            List<CallReport> calls =
                    Stream.generate(() -> gateway.call(CallOutcome.HIT)).limit(count).toList();
            gateway.report(calls);
            return calls;
        }
    }

    private void runs(long count) {
        runs(sales, count);
    }

    private void runs(Sales of, long count) {
        for (long run = 0; run < count; run++) {
            String holder = Ids.next("job_");
            quotas.hold(of.contract.id(), holder);
            quotas.consume(holder);
            of.run(exchange.today());
        }
    }

    private void firstIsOver() {
        exchange.clock().advance(Duration.ofHours(2));
        assertThat(end()).isEqualTo(1);
        assertThat(end()).isZero();
    }

    private void allIsOver() {
        exchange.clock().advance(DAY.multipliedBy(2));
        end();
    }

    private long end() {
        return PackWindows.end(shop.contract);
    }

    private List<?> astray() {
        return exchange.bean(ReconciliationService.class).check(shop.market.operator).stream()
                .filter(ticket -> ticket.kind().name().startsWith("I"))
                .toList();
    }

    private long charged() {
        return charged(sales);
    }

    private static long charged(Sales of) {
        return Exchange.get()
                .bean(SettlementService.class)
                .charges(of.market.bank, of.contract.id(), PageRequest.first(200))
                .items()
                .stream()
                .mapToLong(charge -> charge.gross().minor())
                .sum();
    }

    private long broken() {
        return breakage() - before;
    }

    private static long breakage() {
        return Purse.of(SettlementAccounts.breakage(CurrencyCode.CNY));
    }

    private long reserved() {
        return Purse.of(SettlementAccounts.reserved(shop.contract.consumer(), CurrencyCode.CNY));
    }
}
