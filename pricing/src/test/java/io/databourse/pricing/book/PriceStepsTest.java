package io.databourse.pricing.book;

import static io.databourse.pricing.book.Prices.calls;
import static io.databourse.pricing.book.Prices.charge;
import static io.databourse.pricing.book.Prices.exactly;
import static io.databourse.pricing.book.Prices.perCall;
import static io.databourse.pricing.book.Prices.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.book.ExplainedStep.Kind;
import org.junit.jupiter.api.Test;

class PriceStepsTest {
    private static final PriceStep FREE_100 = new PriceStep.FreeUnits(Meter.CALLS, 100);
    private static final PriceStep TENTH_OFF = new PriceStep.Discount(exactly("0.1"));
    private static final PriceStep AT_LEAST_50 = new PriceStep.Minimum(Rational.of(50));
    private static final PriceStep AT_MOST_90 = new PriceStep.Cap(Rational.of(90));

    private final PriceVersion full =
            version(FREE_100, charge(perCall("0.10")), TENTH_OFF, AT_LEAST_50, AT_MOST_90);

    @Test
    void the_steps_are_taken_one_after_the_other() {
        assertThat(calls(full, 0)).isEqualTo(Money.cny("50.00"));
        assertThat(calls(full, 100)).isEqualTo(Money.cny("50.00"));
        assertThat(calls(full, 900)).isEqualTo(Money.cny("72.00"));
        assertThat(calls(full, 5_000)).isEqualTo(Money.cny("90.00"));
    }

    @Test
    void another_order_is_another_price() {
        var minimumFirst = version(charge(perCall("0.10")), AT_LEAST_50, TENTH_OFF);
        var discountFirst = version(charge(perCall("0.10")), TENTH_OFF, AT_LEAST_50);

        assertThat(calls(minimumFirst, 100)).isEqualTo(Money.cny("45.00"));
        assertThat(calls(discountFirst, 100)).isEqualTo(Money.cny("50.00"));
    }

    @Test
    void free_units_spare_only_the_charges_after_them() {
        var base = charge(new PriceModel.PerUnit(Meter.CALLS, exactly("0.01")));

        assertThat(calls(version(base, FREE_100, charge(perCall("0.10"))), 150))
                .isEqualTo(Money.cny("6.50"));
    }

    @Test
    void a_base_fee_and_a_use_fee_add_up() {
        var both = version(charge(new PriceModel.OneOff(exactly("20"))), charge(perCall("0.10")));

        assertThat(calls(both, 30)).isEqualTo(Money.cny("23.00"));
    }

    @Test
    void a_step_that_could_change_nothing_is_refused() {
        assertThatThrownBy(() -> version()).hasMessageContaining("charge");
        assertThatThrownBy(() -> version(TENTH_OFF, charge(perCall("1"))))
                .hasMessageContaining("after a charge");
        assertThatThrownBy(() -> version(charge(perCall("1")), FREE_100))
                .hasMessageContaining("free CALLS");
        assertThatThrownBy(
                        () -> version(new PriceStep.FreeUnits(Meter.ROWS, 1), charge(perCall("1"))))
                .hasMessageContaining("free ROWS");
        assertThatThrownBy(() -> new PriceStep.Discount(exactly("1.01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> perCall("-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_explanation_gives_each_step_as_numbers_and_as_a_sentence() {
        var quote = full.explain(Consumption.of(Meter.CALLS, 900));

        assertThat(quote.total()).isEqualTo(Money.cny("72.00"));
        assertThat(quote.steps())
                .extracting(ExplainedStep::kind)
                .containsExactly(
                        Kind.FREE_UNITS,
                        Kind.UNITS,
                        Kind.DISCOUNT,
                        Kind.MINIMUM,
                        Kind.CAP,
                        Kind.ROUNDING);
        assertThat(quote.steps())
                .extracting(ExplainedStep::en)
                .containsExactly(
                        "100 calls are free, 800 are left to price.",
                        "800 calls × 0.10 = 80.00.",
                        "Discount 10%: -8.00, leaves 72.00.",
                        "The minimum of 50.00 is reached.",
                        "The cap of 90.00 is not reached.",
                        "Rounded half up to the fen: 72.00 → 72.00.");
        assertThat(quote.steps())
                .extracting(ExplainedStep::zh)
                .containsExactly(
                        "免费额度100次，余下800次计费。",
                        "800次 × 0.10 = 80.00元。",
                        "折扣10%：-8.00元，余72.00元。",
                        "已达到最低消费50.00元。",
                        "未超过封顶90.00元。",
                        "四舍五入到分：72.00元 → 72.00元。");
    }

    @Test
    void the_explanation_names_tiers_fees_and_blocks() {
        var ladder =
                Prices.graduated(
                        Meter.TURNOVER,
                        new String[][] {{"0", "0.01", "200"}, {"1000", "0.02", "0"}});
        var blocks = new PriceModel.PerBlock(Meter.CALLS, 1_000, Rational.ONE);
        var used = Consumption.of(Meter.TURNOVER, 1_050).plus(Consumption.of(Meter.CALLS, 4_500));

        assertThat(version(charge(ladder), charge(blocks)).explain(used).steps())
                .extracting(ExplainedStep::en)
                .startsWith(
                        "Tier above 0: 1,000 of turnover × 1% = 10.00.",
                        "Fee for entering the tier above 0: 200.00.",
                        "Tier above 1,000: 50 of turnover × 2% = 1.00.",
                        "Blocks of 1,000 calls, each started one counts: 5 × 1.00 = 5.00.");
    }

    @Test
    void a_fraction_without_end_is_shown_as_nearly() {
        var third = version(charge(new PriceModel.OneOff(Rational.of(1, 3))));

        assertThat(third.explain(Consumption.NONE).steps().getFirst().en())
                .isEqualTo("One-off price ≈0.333333.");
    }
}
