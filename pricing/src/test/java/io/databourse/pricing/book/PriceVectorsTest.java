package io.databourse.pricing.book;

import static io.databourse.pricing.book.Prices.calls;
import static io.databourse.pricing.book.Prices.exactly;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import org.junit.jupiter.api.Test;

/// Published examples of other billing systems; the source stands with each.
class PriceVectorsTest {
    /// Zuplo's documentation.
    private static final String[][] ZUPLO = {
        {"0", "0.10", "0"}, {"1000", "0.05", "0"}, {"10000", "0.01", "0"}
    };

    @Test
    void a_graduated_ladder_prices_each_unit_in_its_own_tier() {
        var zuplo = Prices.of(Prices.graduated(Meter.CALLS, ZUPLO));

        assertThat(calls(zuplo, 15_000)).isEqualTo(Money.cny("600.00"));
    }

    @Test
    void a_volume_ladder_prices_all_units_in_the_last_tier() {
        var zuplo = Prices.of(Prices.volume(Meter.CALLS, ZUPLO));

        assertThat(calls(zuplo, 15_000)).isEqualTo(Money.cny("150.00"));
        assertThat(calls(zuplo, 1_000)).isEqualTo(Money.cny("100.00"));
        assertThat(calls(zuplo, 1_001)).isEqualTo(Money.cny("50.05"));
    }

    /// Lago's documentation.
    @Test
    void a_volume_ladder_adds_the_flat_fee_of_its_tier_once() {
        var lago =
                Prices.of(
                        Prices.volume(
                                Meter.CALLS,
                                new String[][] {
                                    {"0", "0.0010", "10"},
                                    {"10000", "0.0008", "10"},
                                    {"50000", "0.0006", "10"},
                                    {"100000", "0.0004", "10"}
                                }));

        assertThat(calls(lago, 65_000)).isEqualTo(Money.cny("49.00"));
    }

    /// Autumn's documentation, and Lago's price list.
    @Test
    void prices_finer_than_a_fen_stay_exact_until_the_end() {
        var autumn =
                Prices.of(
                        Prices.graduated(
                                Meter.CALLS,
                                new String[][] {
                                    {"0", "0.01", "0"},
                                    {"1000", "0.008", "0"},
                                    {"10000", "0.005", "0"}
                                }));
        var lago =
                Prices.of(
                        Prices.graduated(
                                Meter.CALLS,
                                new String[][] {
                                    {"0", "1", "0"}, {"100", "0.5", "0"}, {"200", "0.1", "0"}
                                }));

        assertThat(calls(autumn, 15_000)).isEqualTo(Money.cny("107.00"));
        assertThat(calls(lago, 250)).isEqualTo(Money.cny("155.00"));
    }

    /// Flexprice's documentation.
    @Test
    void a_started_block_counts_whole() {
        var flexprice = Prices.of(new PriceModel.PerBlock(Meter.CALLS, 1_000, Rational.ONE));

        assertThat(calls(flexprice, 4_500)).isEqualTo(Money.cny("5.00"));
        assertThat(calls(flexprice, 5_000)).isEqualTo(Money.cny("5.00"));
        assertThat(calls(flexprice, 0)).isEqualTo(Money.cny("0.00"));
    }

    /// Lago's documentation: three transactions one after the other.
    @Test
    void a_graduated_percentage_takes_its_flat_fee_only_on_entering_a_tier() {
        var lago =
                Prices.of(
                        Prices.graduated(
                                Meter.TURNOVER,
                                new String[][] {
                                    {"0", "0.01", "200"},
                                    {"1000", "0.02", "300"},
                                    {"10000", "0.03", "400"}
                                }));
        var first = Consumption.of(Meter.TURNOVER, 500);
        var second = first.plus(Consumption.of(Meter.TURNOVER, 550));
        var third = second.plus(Consumption.of(Meter.TURNOVER, 4_000));

        assertThat(lago.amountBetween(Consumption.NONE, first)).isEqualTo(Money.cny("205.00"));
        assertThat(lago.amountBetween(first, second)).isEqualTo(Money.cny("306.00"));
        assertThat(lago.amountBetween(second, third)).isEqualTo(Money.cny("80.00"));
    }

    @Test
    void compute_is_priced_by_the_exact_second() {
        var perSecond = Prices.of(new PriceModel.PerUnit(Meter.CPU_SECONDS, exactly("0.03")));
        var used = Consumption.NONE.with(Meter.CPU_SECONDS, Rational.of(1_500, 1_000));

        assertThat(perSecond.explain(used).exact()).isEqualTo(exactly("0.045"));
        assertThat(perSecond.amount(used)).isEqualTo(Money.cny("0.05"));
    }
}
