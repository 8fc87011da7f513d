package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void yuan_have_two_decimals_and_groups_of_thousands() {
        assertThat(Figures.of(Money.cny("5000"))).isEqualTo("¥5,000.00");
        assertThat(Figures.of(Money.cny("0.8"))).isEqualTo("¥0.80");
        assertThat(Figures.of(Money.zero(CurrencyCode.CNY))).isEqualTo("¥0.00");
    }

    @Test
    void what_went_out_has_a_minus_even_below_one_yuan() {
        assertThat(Figures.of(Money.cny("-1234.56"))).isEqualTo("−¥1,234.56");
        assertThat(Figures.of(Money.cny("-0.01"))).isEqualTo("−¥0.01");
    }

    @Test
    void bytes_are_told_in_the_unit_that_keeps_them_short() {
        assertThat(Figures.bytes(999)).isEqualTo("999 B");
        assertThat(Figures.bytes(3_100_000)).isEqualTo("3.1 MB");
        assertThat(Figures.bytes(100_000)).isEqualTo("100 kB");
    }

    @Test
    void thousands_of_a_decimal_are_grouped_and_fractions_stay_as_they_are() {
        assertThat(Figures.grouped("1500")).isEqualTo("1,500");
        assertThat(Figures.grouped("12345678.0125")).isEqualTo("12,345,678.0125");
        assertThat(Figures.grouped("1000/3")).isEqualTo("1000/3");
    }
}
