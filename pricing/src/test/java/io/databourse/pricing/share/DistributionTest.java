package io.databourse.pricing.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void a_refund_goes_by_what_was_paid_and_not_by_the_rule() {
        SplitRule.Percent rest = new SplitRule.Percent(List.of(Rational.ZERO, Rational.ONE));
        SplitRule rule = new SplitRule.Fixed(List.of(fen(600), fen(0)), rest);
        Distribution paid = Distribution.of(fen(1_000), rule);
        assertThat(paid.shares()).containsExactly(fen(600), fen(400));

        // The rule would give all 500 to the first; what was paid is three fifths.
        assertThat(paid.refund(fen(500)).shares()).containsExactly(fen(300), fen(200));
    }

    @Test
    void refunds_in_whatever_portions_take_back_from_each_what_it_had() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 500; run++) {
            long[] weights = random.longs(random.nextInt(1, 6), 0, 100).toArray();
            weights[0]++;
            List<Rational> parts = Arrays.stream(weights).mapToObj(Rational::of).toList();
            SplitRule rule =
                    new SplitRule.Waterfall(List.of(new SplitRule.Stage(Optional.empty(), parts)));
            Distribution left = Distribution.of(fen(random.nextLong(0, 10_000)), rule);
            while (left.amount().isPositive()) {
                long back = random.nextLong(1, left.amount().minor() + 1);
                left = left.minus(left.refund(fen(back)));
                assertThat(left.shares()).noneMatch(Money::isNegative);
            }
            assertThat(left.shares()).allMatch(Money::isZero);
        }
    }

    @Test
    void more_than_was_paid_is_no_refund() {
        Distribution paid = new Distribution(fen(10), List.of(fen(10)));
        assertThatThrownBy(() -> paid.refund(fen(11))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> paid.refund(fen(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(paid.refund(fen(0)).shares()).containsExactly(fen(0));
        assertThatThrownBy(() -> new Distribution(fen(10), List.of(fen(9))))
                .hasMessageContaining("add up to");
    }

    private static Money fen(long fen) {
        return Money.ofMinor(fen, CurrencyCode.CNY);
    }
}
