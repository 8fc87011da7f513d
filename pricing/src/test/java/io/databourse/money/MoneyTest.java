package io.databourse.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"500.00,50000", "500,50000", "500.0,50000", "0.01,1", "-0.01,-1", "-3.50,-350"})
    void reads_a_decimal(String text, long fen) {
        assertThat(Money.cny(text).minor()).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1.",
                ".5",
                "1e3",
                "+1",
                "1,000",
                "0.001",
                " 1",
                "1 ",
                "NaN",
                "0x10",
                "９",
                "99999999999999999999",
                "999999999999999999"
            })
    void what_is_no_amount_is_refused(String text) {
        assertThatThrownBy(() -> Money.cny(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writes_what_it_reads() {
        assertThat(Money.cny("500")).hasToString("500.00 CNY");
        assertThat(Money.cny("-0.05").amount()).isEqualTo("-0.05");
        assertThat(Money.zero(CurrencyCode.CNY).amount()).isEqualTo("0.00");
        Money least = new Money(Long.MIN_VALUE, CurrencyCode.CNY);
        assertThat(Money.cny(least.amount())).isEqualTo(least);
    }

    @Test
    void adds_and_compares() {
        Money price = Money.cny("500.00");

        assertThat(price.add(Money.cny("0.01"))).isEqualTo(Money.cny("500.01"));
        assertThat(price.subtract(price).isZero()).isTrue();
        assertThat(price.negate().isNegative()).isTrue();
        assertThat(price.times(10)).isEqualTo(Money.cny("5000.00"));
        assertThat(price).isGreaterThan(Money.cny("499.99"));
    }

    @Test
    void an_overflow_is_never_silent() {
        Money most = Money.ofMinor(Long.MAX_VALUE, CurrencyCode.CNY);
        Money fen = Money.cny("0.01");

        assertThatThrownBy(() -> most.add(fen)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(Rational.of(3, 2)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.negate().subtract(fen).negate())
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"1,1,2,1", "1,1,3,0", "1,2,3,1", "-1,1,2,-1", "-1,1,3,0", "5,1,2,3", "-5,1,2,-3"})
    void a_half_rounds_away_from_zero(long fen, long numerator, long denominator, long expected) {
        Money rounded =
                Money.ofMinor(fen, CurrencyCode.CNY).times(Rational.of(numerator, denominator));

        assertThat(rounded.minor()).isEqualTo(expected);
    }

    @Test
    void a_unit_price_may_be_finer_than_a_fen() {
        UnitPrice price = UnitPrice.parse("0.0004", CurrencyCode.CNY);

        assertThat(price.times(12)).isEqualTo(Money.cny("0.00"));
        assertThat(price.times(13)).isEqualTo(Money.cny("0.01"));
        assertThat(price.times(1_000_000)).isEqualTo(Money.cny("400.00"));
        assertThat(UnitPrice.ofPart(Money.cny("100.00"), 3).times(3))
                .isEqualTo(Money.cny("100.00"));
    }

    @Test
    void an_exact_amount_is_rounded_half_away_from_zero() {
        assertThat(Money.rounded(Rational.parse("0.005"), CurrencyCode.CNY))
                .isEqualTo(Money.cny("0.01"));
        assertThat(Money.rounded(Rational.parse("-0.005"), CurrencyCode.CNY))
                .isEqualTo(Money.cny("-0.01"));
        assertThat(Money.cny("50.05").major()).isEqualTo(Rational.parse("50.05"));
    }
}
