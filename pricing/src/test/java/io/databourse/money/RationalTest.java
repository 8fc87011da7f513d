package io.databourse.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RationalTest {
    @Test
    void is_kept_in_lowest_terms_with_a_positive_denominator() {
        assertThat(Rational.of(6, -4)).isEqualTo(Rational.of(-3, 2)).hasToString("-3/2");
        assertThat(Rational.of(0, -7)).isEqualTo(Rational.ZERO);
        assertThat(Rational.parse("0.0004")).isEqualTo(Rational.of(1, 2500));
        assertThat(Rational.ofBasisPoints(200)).isEqualTo(Rational.of(1, 50));
    }

    @Test
    void thirds_add_up_to_one() {
        Rational third = Rational.of(1, 3);

        assertThat(third.plus(third).plus(third)).isEqualTo(Rational.ONE);
        assertThat(Rational.ONE.dividedBy(third)).isEqualTo(Rational.of(3));
        assertThat(third).isGreaterThan(Rational.parse("0.333333333"));
    }

    @Test
    void the_floor_goes_down_on_both_sides_of_zero() {
        assertThat(Rational.of(7, 2).floor()).isEqualTo(3);
        assertThat(Rational.of(-7, 2).floor()).isEqualTo(-4);
        assertThat(Rational.of(-4, 2).floor()).isEqualTo(-2);
    }

    @Test
    void the_ceiling_goes_up_on_both_sides_of_zero() {
        assertThat(Rational.of(7, 2).ceil()).isEqualTo(4);
        assertThat(Rational.of(-7, 2).ceil()).isEqualTo(-3);
        assertThat(Rational.of(4, 2).ceil()).isEqualTo(2);
    }

    @Test
    void a_difference_and_the_smaller_and_the_larger_are_exact() {
        Rational third = Rational.of(1, 3);

        assertThat(Rational.ONE.minus(third)).isEqualTo(Rational.of(2, 3));
        assertThat(third.minus(Rational.ONE)).isEqualTo(Rational.of(-2, 3));
        assertThat(third.min(Rational.parse("0.333333333"))).isNotEqualTo(third);
        assertThat(third.max(Rational.parse("0.333333333"))).isEqualTo(third);
    }

    @Test
    void nothing_divides_by_zero() {
        assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reads_the_fractions_that_it_writes() {
        for (String text : new String[] {"1/6", "-29/60", "7", "123456789012345678901/7"}) {
            assertThat(Rational.parseFraction(text)).hasToString(text);
        }
        assertThat(Rational.parseFraction("0.25")).isEqualTo(Rational.of(1, 4));
        for (String text : new String[] {"1/0", "1/-2", "/2", "1/2/3", "0.5/2", ""}) {
            assertThatThrownBy(() -> Rational.parseFraction(text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
