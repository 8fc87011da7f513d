package io.databourse.sandbox.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws are compared with P(x) = (1 − q) ⁄ (1 + q) · q^|x|, q = exp(−ε ⁄ sensitivity).
class DiscreteLaplaceTest {
    private static final int DRAWS = 100_000;

    @ParameterizedTest
    @CsvSource({"1, 1", "0.1, 1", "0.5, 3", "7/3, 2", "2, 1", "1/3, 10"})
    void draws_pass_a_kolmogorov_smirnov_test_at_one_in_a_thousand(String epsilon, long sensitivity)
            throws Exception {
        long[] draws = draws(epsilon, sensitivity);
        double q = Math.exp(-value(epsilon) / sensitivity);
        Arrays.sort(draws);
        double distance = 0;
        for (int i = 0; i < DRAWS; i++) {
            if (i + 1 == DRAWS || draws[i + 1] != draws[i]) {
                distance =
                        Math.max(
                                distance,
                                Math.abs((i + 1.0) / DRAWS - below((double) draws[i], q)));
            }
        }
        // Kolmogorov's bound holds for steps too, where it errs on the accepting side.
        assertThat(distance).isLessThan(1.95 / Math.sqrt(DRAWS));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0.5, 3", "7/3, 2"})
    void draws_pass_a_chi_square_test_at_one_in_a_thousand(String epsilon, long sensitivity)
            throws Exception {
        double q = Math.exp(-value(epsilon) / sensitivity);
        int reach = 0;
        while (expected(reach + 1, q) >= 20) {
            reach++;
        }
        long[] seen = new long[2 * reach + 2];
        for (long draw : draws(epsilon, sensitivity)) {
            seen[Math.abs(draw) <= reach ? (int) draw + reach : 2 * reach + 1]++;
        }
        double statistic = 0;
        double rest = DRAWS;
        for (int i = 0; i <= 2 * reach; i++) {
            double want = expected(i - reach, q);
            statistic += (seen[i] - want) * (seen[i] - want) / want;
            rest -= want;
        }
        statistic += (seen[2 * reach + 1] - rest) * (seen[2 * reach + 1] - rest) / rest;
        assertThat(statistic).isLessThan(chiSquareBound(2 * reach + 1));
    }

    @Test
    void draws_have_the_variance_of_the_distribution() throws Exception {
        double sum = 0;
        for (long draw : draws("0.1", 1)) {
            sum += (double) draw * draw;
        }
        double q = Math.exp(-0.1);
        double variance = 2 * q / ((1 - q) * (1 - q));
        assertThat(sum / DRAWS).isCloseTo(variance, within(0.04 * variance));
    }

    @Test
    void sensitivities_of_any_size_are_exact() {
        BigInteger sensitivity = BigInteger.TEN.pow(40);
        BigInteger draw = new DiscreteLaplace().draw(Epsilon.of("0.000001"), sensitivity);
        assertThat(draw.bitLength()).isBetween(100, 180);
    }

    @Test
    void no_noise_is_drawn_for_nothing() {
        DiscreteLaplace noise = new DiscreteLaplace();
        assertThatThrownBy(() -> noise.draw(Epsilon.ZERO, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> noise.draw(Epsilon.of("1"), BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] draws(String epsilon, long sensitivity) throws NoSuchAlgorithmException {
        SecureRandom seeded = SecureRandom.getInstance("SHA1PRNG");
        seeded.setSeed((epsilon + "/" + sensitivity).getBytes(StandardCharsets.UTF_8));
        DiscreteLaplace noise = new DiscreteLaplace(seeded);
        long[] draws = new long[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = noise.draw(Epsilon.of(epsilon), BigInteger.valueOf(sensitivity)).longValue();
        }
        return draws;
    }

    private static double value(String epsilon) {
        Epsilon exact = Epsilon.of(epsilon);
        return exact.numerator().doubleValue() / exact.denominator().doubleValue();
    }

    private static double expected(int x, double q) {
        return DRAWS * (1 - q) / (1 + q) * Math.pow(q, Math.abs(x));
    }

    private static double below(double x, double q) {
        return x < 0 ? Math.pow(q, -x) / (1 + q) : 1 - Math.pow(q, x + 1) / (1 + q);
    }

    /// The 99.9 % quantile, as Wilson and Hilferty (1931) approximate it.
    private static double chiSquareBound(int freedom) {
        double part = 2.0 / (9 * freedom);
        return freedom * Math.pow(1 - part + 3.0902 * Math.sqrt(part), 3);
    }
}
