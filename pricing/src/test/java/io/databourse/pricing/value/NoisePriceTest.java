package io.databourse.pricing.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.value.NoisePrice.Cheaper;
import io.databourse.pricing.value.NoisePrice.Owner;
import io.databourse.pricing.value.VersionPrices.Version;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoisePriceTest {
    @ParameterizedTest
    @CsvSource({"2, 1", "8, 0.5", "32, 0.25", "1, 1.41421356"})
    void more_noise_spends_less_of_the_privacy_budget(String variance, String epsilon) {
        Rational spent = price("1", "1").at(Rational.parse(variance)).epsilon();
        assertThat(Decimals.text(spent)).isEqualTo(epsilon);
    }

    @ParameterizedTest
    @CsvSource({"0, 100.00", "1/2, 50.00", "1, 25.00", "3/2, 12.50", "2, 6.25"})
    void the_price_falls_with_the_noise(String exponent, String price) {
        assertThat(price("100", exponent).at(Rational.of(4)).price()).isEqualTo(Money.cny(price));
    }

    @Test
    void above_an_exponent_of_one_two_noisier_answers_are_as_good_for_less() {
        NoisePrice steep = price("100", "2");
        assertThat(steep.arbitrageFree()).isFalse();
        assertThat(steep.at(Rational.ONE).cheaper())
                .contains(new Cheaper(2, Rational.of(2), Money.cny("25.00"), Money.cny("50.00")));
        for (String flat : List.of("0", "1/2", "1")) {
            assertThat(price("100", flat).arbitrageFree()).isTrue();
            assertThat(price("100", flat).at(Rational.ONE).cheaper()).isEmpty();
        }
    }

    @Test
    void averaging_pays_exactly_above_an_exponent_of_one() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 300; run++) {
            Rational exponent = Rational.of(random.nextInt(0, 9), 2);
            NoisePrice price =
                    new NoisePrice(Money.cny("1000000000000"), exponent, Rational.ONE, List.of());
            Rational variance = Rational.of(random.nextInt(1, 20), random.nextInt(1, 20));
            int answers = random.nextInt(2, 6);
            long once = price.at(variance).price().minor();
            long averaged =
                    answers * price.at(variance.times(Rational.of(answers))).price().minor();
            // Rounding to the fen moves each price by a half at most.
            assertThat(averaged < once - answers).isEqualTo(!price.arbitrageFree());
        }
    }

    @Test
    void owners_are_paid_for_their_privacy_and_a_price_below_that_is_told() {
        NoisePrice price =
                new NoisePrice(
                        Money.cny("10"),
                        Rational.ONE,
                        Rational.ONE,
                        List.of(
                                new Owner("a", Money.cny("3.00")),
                                new Owner("b", Money.cny("1.00"))));
        assertThat(price.at(Rational.of(2)).owed()).isEqualTo(Money.cny("4.00"));
        assertThat(price.at(Rational.of(2)).covered()).isTrue();
        // At variance 32 the price is 0.31, and the owners get a quarter of 4.00.
        assertThat(price.at(Rational.of(32)).owed()).isEqualTo(Money.cny("1.00"));
        assertThat(price.at(Rational.of(32)).covered()).isFalse();
    }

    @Test
    void prices_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> price("1", "1/3")).hasMessageContaining("0, 1/2, 1, 3/2");
        assertThatThrownBy(() -> price("1", "-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> price("-1", "1")).hasMessageContaining("negative");
        assertThatThrownBy(() -> price("1", "1").at(Rational.ZERO))
                .hasMessageContaining("not positive");
    }

    @Test
    void a_better_version_that_costs_more_than_several_worse_ones_is_told() {
        Version rough = new Version(Rational.ONE, Money.cny("10"));
        Version fine = new Version(Rational.of(1, 2), Money.cny("25"));
        assertThat(VersionPrices.check(List.of(rough, fine)))
                .containsExactly(
                        new VersionPrices.Cheaper(
                                fine,
                                List.of(new VersionPrices.Part(rough, 2)),
                                Money.cny("20.00")));

        Version dear = new Version(Rational.of(1, 2), Money.cny("18"));
        Version thirds = new Version(Rational.of(2, 3), Money.cny("15"));
        assertThat(VersionPrices.check(List.of(rough, thirds, dear))).isEmpty();

        Version better = new Version(Rational.of(1, 3), Money.cny("9"));
        assertThat(VersionPrices.check(List.of(rough, better)))
                .containsExactly(
                        new VersionPrices.Cheaper(
                                rough,
                                List.of(new VersionPrices.Part(better, 1)),
                                Money.cny("9.00")));

        Version tiny = new Version(Rational.parse("0.000000000000000001"), Money.cny("9"));
        assertThatThrownBy(() -> VersionPrices.check(List.of(rough, tiny)))
                .hasMessage("the variances are too far apart");
    }

    private static NoisePrice price(String atOne, String exponent) {
        return new NoisePrice(
                Money.cny(atOne), Rational.parseFraction(exponent), Rational.ONE, List.of());
    }
}
