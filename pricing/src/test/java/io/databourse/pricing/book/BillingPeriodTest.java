package io.databourse.pricing.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BillingPeriodTest {
    private static final ZonedDateTime MARCH =
            ZonedDateTime.of(2026, 3, 1, 0, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
    private final BillingPeriod march = new BillingPeriod(MARCH, MARCH.plusMonths(1));

    @Test
    void a_day_counts_once_it_began() {
        ZonedDateTime tenth = MARCH.plusDays(9);

        assertThat(march.usedBy(MARCH.plusSeconds(1), Proration.DAY)).isEqualTo(Rational.of(1, 31));
        assertThat(march.usedBy(tenth, Proration.DAY)).isEqualTo(Rational.of(9, 31));
        assertThat(march.usedBy(tenth.plusSeconds(1), Proration.DAY))
                .isEqualTo(Rational.of(10, 31));
    }

    @Test
    void a_second_counts_exactly_and_without_proration_the_whole_is_due_at_once() {
        ZonedDateTime noon = MARCH.plusHours(12);

        assertThat(march.usedBy(noon, Proration.SECOND)).isEqualTo(Rational.of(1, 62));
        assertThat(march.usedBy(noon, Proration.NONE)).isEqualTo(Rational.ONE);
    }

    @ParameterizedTest
    @EnumSource(Proration.class)
    void nothing_is_used_before_it_and_all_after_it(Proration proration) {
        assertThat(march.usedBy(MARCH, proration)).isEqualTo(Rational.ZERO);
        assertThat(march.usedBy(MARCH.minusYears(1), proration)).isEqualTo(Rational.ZERO);
        assertThat(march.usedBy(MARCH.plusMonths(1), proration)).isEqualTo(Rational.ONE);
        assertThat(march.usedBy(MARCH.plusYears(1), proration)).isEqualTo(Rational.ONE);
    }

    @ParameterizedTest
    @EnumSource(Proration.class)
    void the_parts_add_up_to_the_whole_wherever_it_is_cut(Proration proration) {
        var random = new Random(20260301);
        var monthly = Prices.of(new PriceModel.PerPeriod(Rational.parse("99.99"), proration));
        for (int round = 0; round < 200; round++) {
            Money sum = Money.cny("0.00");
            Consumption before = Consumption.NONE;
            for (ZonedDateTime cut : cuts(random)) {
                var after = Consumption.NONE.with(Meter.PERIODS, march.usedBy(cut, proration));
                sum = sum.add(monthly.amountBetween(before, after));
                before = after;
            }
            assertThat(sum).isEqualTo(Money.cny("99.99"));
        }
    }

    @Test
    void a_period_has_a_length() {
        assertThatThrownBy(() -> new BillingPeriod(MARCH, MARCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<ZonedDateTime> cuts(Random random) {
        List<ZonedDateTime> cuts = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            cuts.add(MARCH.plusSeconds(random.nextInt(31 * 24 * 3600)));
        }
        cuts.add(march.end());
        return cuts.stream().sorted().toList();
    }
}
