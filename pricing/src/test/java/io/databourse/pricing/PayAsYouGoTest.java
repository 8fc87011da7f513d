package io.databourse.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.book.Consumption;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceText;
import io.databourse.pricing.book.PriceVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PayAsYouGoTest {
    private static final Money TEN = Money.cny("10.00");
    private final PriceVersion byResult = price("per-result 0.50 0.10 0");

    @Test
    void what_is_used_is_paid_and_never_more_than_the_cap() {
        var terms = PayAsYouGo.of(byResult, TEN);

        assertThat(terms.reserved()).isEqualTo(TEN);
        assertThat(terms.due(calls(3, 5, 7))).isEqualTo(Money.cny("2.00"));
        assertThat(terms.due(calls(19, 5, 0))).isEqualTo(TEN);
        assertThat(terms.due(calls(1_000, 0, 0))).isEqualTo(TEN);
    }

    @Test
    void a_pack_is_earned_unit_by_unit_before_anything_is_paid_beyond_it() {
        var pack = new PricePlan.Pack(3, Money.cny("1.00"), 30);
        var terms = PayAsYouGo.after(pack, price("per-unit UNITS 0.40"), TEN);

        assertThat(terms.reserved()).isEqualTo(Money.cny("11.00"));
        assertThat(terms.due(units(2))).isEqualTo(Money.cny("0.66"));
        assertThat(terms.due(units(3))).isEqualTo(Money.cny("1.00"));
        assertThat(terms.due(units(5))).isEqualTo(Money.cny("1.80"));
        assertThat(terms.coveredUnits(Consumption.NONE)).isEqualTo(3 + 25);
        assertThat(terms.coveredUnits(units(10))).isEqualTo(3 + 25);
    }

    @Test
    void misses_that_cost_less_leave_money_for_more_calls() {
        var terms = PayAsYouGo.of(byResult, TEN);

        long first = terms.coveredUnits(Consumption.NONE);
        long later = terms.coveredUnits(calls(0, 16, 0));

        assertThat(first).isEqualTo(16);
        assertThat(later).isEqualTo(16 + 14);
    }

    @Test
    void the_last_call_that_the_money_pays_is_sold() {
        var terms = PayAsYouGo.of(byResult, TEN);

        assertThat(terms.coveredUnits(calls(19, 0, 0))).isEqualTo(20);
        assertThat(terms.coveredUnits(calls(19, 1, 0))).isEqualTo(20);
        assertThat(terms.coveredUnits(calls(20, 0, 0))).isEqualTo(20);
    }

    /// However the calls end, as long as units are left their price is within the cap.
    @Test
    void covered_calls_are_never_free_of_charge() {
        var random = new Random(7);
        for (int round = 0; round < 20; round++) {
            var price =
                    price(
                            "free-units HITS " + (1 + random.nextInt(20)),
                            "graduated HITS 0:0.%02d+%d %d:0.0%d"
                                    .formatted(
                                            random.nextInt(99),
                                            random.nextInt(3),
                                            1 + random.nextInt(50),
                                            random.nextInt(9)),
                            "per-unit MISSES 0.0" + random.nextInt(9));
            var terms = PayAsYouGo.of(price, TEN);
            Consumption used = Consumption.NONE;
            long units = 0;
            while (units < terms.coveredUnits(used) && units < 100) {
                boolean hit = random.nextBoolean();
                used = used.plus(hit ? calls(1, 0, 0) : calls(0, 1, 0));
                units++;
                assertThat(price.amount(used)).isLessThanOrEqualTo(TEN);
            }
        }
    }

    @Test
    void what_costs_money_must_take_units() {
        var byCall = price("per-unit CALLS 0.10");
        var late = price("free-units ERRORS 1000000", "per-unit ERRORS 0.10");

        assertThatThrownBy(() -> PayAsYouGo.requirePayable(byCall, ChargingRule.STANDARD))
                .hasMessageContaining("ERRORS cost money");
        assertThatThrownBy(() -> PayAsYouGo.requirePayable(late, ChargingRule.STANDARD))
                .hasMessageContaining("ERRORS cost money");
        assertThatCode(() -> PayAsYouGo.requirePayable(byCall, new ChargingRule(1, 1, 1)))
                .doesNotThrowAnyException();
        assertThatCode(() -> PayAsYouGo.requirePayable(byResult, ChargingRule.STANDARD))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        PayAsYouGo.requirePayable(
                                price("per-unit ROWS 0.01"), ChargingRule.STANDARD))
                .hasMessageContaining("ROWS");
    }

    @Test
    void what_is_priced_by_size_is_covered_at_its_largest_and_paid_as_it_was() {
        var terms = PayAsYouGo.of(price("at-most ROWS 100", "per-unit ROWS 0.01"), TEN);
        Consumption small = calls(9, 0, 0).plus(Consumption.of(Meter.ROWS, 50));

        assertThat(terms.coveredUnits(Consumption.NONE)).isEqualTo(10);
        assertThat(terms.coveredUnits(small)).isEqualTo(9 + 9);
        assertThat(terms.due(small)).isEqualTo(Money.cny("0.50"));
        assertThatCode(() -> PayAsYouGo.requirePayable(terms.price(), ChargingRule.STANDARD))
                .doesNotThrowAnyException();
    }

    @Test
    void a_call_is_not_larger_than_was_agreed_and_one_that_is_free_has_no_size() {
        var terms =
                new ChargingTerms(
                        ChargingRule.STANDARD,
                        Optional.of(
                                PayAsYouGo.of(
                                        price("at-most CPU_SECONDS 2", "per-unit CPU_SECONDS 1"),
                                        TEN)));

        assertThatCode(() -> terms.requireWithin(1, 1_000_000, 1_000_000, 2_000, 0))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> terms.requireWithin(1, 0, 0, 2_001, 0))
                .hasMessageContaining("CPU_SECONDS");
        assertThatThrownBy(() -> terms.requireWithin(0, 0, 0, 1, 0))
                .hasMessageContaining("takes no unit");
        Consumption run = terms.consumption(new CountedUse(1, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(run.get(Meter.CPU_SECONDS).floor()).as("a run is the largest").isEqualTo(2);
    }

    /// Kong's documentation: of 100 due, 40 are taken from credit, and 60 are asked for.
    @Test
    void what_was_paid_in_advance_is_used_before_more_is_asked_for() {
        var pack = new PricePlan.Pack(40, Money.cny("40.00"), 30);
        var terms = PayAsYouGo.after(pack, price("per-unit UNITS 1"), Money.cny("100.00"));

        assertThat(terms.due(units(40))).isEqualTo(pack.price());
        assertThat(terms.due(units(100))).isEqualTo(pack.price().add(Money.cny("60.00")));
    }

    @Test
    void periods_to_come_are_paid_before_calls() {
        var price = price("per-period 3 NONE", "per-result 0.50 0 0");
        var terms = PayAsYouGo.of(price, TEN, Optional.of(3));

        assertThat(terms.coveredUnits(Consumption.NONE)).isEqualTo(2);
        assertThat(terms.due(Consumption.of(Meter.PERIODS, 1))).isEqualTo(Money.cny("3.00"));
        assertThatThrownBy(() -> PayAsYouGo.of(price, TEN)).hasMessageContaining("PERIODS");
        assertThatThrownBy(() -> PayAsYouGo.of(byResult, TEN, Optional.of(1)))
                .hasMessageContaining("PERIODS");
        assertThatThrownBy(() -> PayAsYouGo.of(price, TEN, Optional.of(121)))
                .hasMessageContaining("120");
    }

    @Test
    void another_price_than_the_agreed_one_is_refused() {
        var other = price("per-result 0.49 0.10 0");

        assertThatThrownBy(
                        () -> new PayAsYouGo(other, byResult.hash(), TEN, TEN, 0, Optional.empty()))
                .hasMessageContaining("not the price that was agreed");
        assertThatThrownBy(() -> PayAsYouGo.after(new PricePlan.Pack(3, TEN, 30), byResult, TEN))
                .hasMessageContaining("UNITS only");
        assertThatThrownBy(() -> PayAsYouGo.of(byResult, Money.cny("0.00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void some_call_takes_a_unit_and_none_takes_less_than_nothing() {
        assertThat(new ChargingRule(2, 1, 0).units(3, 4, 5)).isEqualTo(10);
        assertThatThrownBy(() -> new ChargingRule(0, 0, 0)).hasMessageContaining("takes a unit");
        assertThatThrownBy(() -> new ChargingRule(1, -1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChargingRule(1_001, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void units_that_no_call_took_are_runs_priced_as_hits() {
        var terms = new ChargingTerms(new ChargingRule(2, 1, 0), Optional.empty());

        Consumption all = terms.consumption(new CountedUse(2 * 3 + 5 + 4, 3, 5, 7, 0, 0, 0, 0, 0));

        assertThat(all.get(Meter.HITS).floor()).isEqualTo(3 + 4);
        assertThat(all.get(Meter.CALLS).floor()).isEqualTo(3 + 4 + 5 + 7);
        assertThat(all.get(Meter.UNITS).floor()).isEqualTo(15);
    }

    private static PriceVersion price(String... lines) {
        return new PriceVersion(
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                CurrencyCode.CNY,
                Stream.of(lines).map(PriceText::read).toList());
    }

    private static Consumption units(long units) {
        return Consumption.of(Meter.UNITS, units);
    }

    private static Consumption calls(long hits, long misses, long errors) {
        return Consumption.of(Meter.HITS, hits)
                .plus(Consumption.of(Meter.MISSES, misses))
                .plus(Consumption.of(Meter.ERRORS, errors))
                .plus(Consumption.of(Meter.CALLS, hits + misses + errors))
                .plus(units(hits + misses));
    }
}
