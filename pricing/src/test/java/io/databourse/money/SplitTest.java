package io.databourse.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
    @ParameterizedTest
    @CsvSource({
        "9999, 75 25, 7499 2500",
        "100, 1 1 1, 34 33 33",
        "1003, 49 51, 491 512",
        "1, 33 66, 0 1",
        "3, 75 25, 2 1",
        "-3, 75 25, -2 -1",
        "2, 1 1 1, 1 1 0",
        "0, 1 2, 0 0",
        "7, 0 1, 0 7"
    })
    void divides_as_others_should_have(long fen, String weights, String shares) {
        assertThat(split(fen, numbers(weights))).containsExactly(numbers(shares));
    }

    @Test
    void equal_remainders_go_to_the_earlier_share() {
        assertThat(split(1, 1, 1)).containsExactly(1, 0);
        assertThat(split(3, 1, 1)).containsExactly(2, 1);
        assertThat(split(5, 1, 1, 1, 1)).containsExactly(2, 1, 1, 1);
    }

    @Test
    void shares_always_add_up_and_stay_within_a_fen_of_the_exact_part() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 5_000; run++) {
            long fen = random.nextLong(0, 1L << random.nextInt(1, 56));
            long[] weights = random.longs(random.nextInt(1, 9), 0, 10_000).toArray();
            weights[0]++;
            long[] shares = split(fen, weights);

            assertThat(Arrays.stream(shares).sum()).isEqualTo(fen);
            assertThat(Arrays.stream(shares).boxed()).allMatch(share -> share >= 0);
            assertNear(fen, weights, shares);
        }
    }

    @Test
    void a_refund_mirrors_its_payment() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 500; run++) {
            long fen = random.nextLong(0, 1_000_000);
            long[] weights = random.longs(3, 1, 100).toArray();
            long[] mirrored = Arrays.stream(split(-fen, weights)).map(share -> -share).toArray();

            assertThat(mirrored).containsExactly(split(fen, weights));
        }
    }

    @Test
    void weights_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> split(100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> split(100, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> split(100, 2, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("negative");
    }

    private static void assertNear(long fen, long[] weights, long[] shares) {
        Rational perWeight = Rational.of(fen, Arrays.stream(weights).sum());
        for (int i = 0; i < shares.length; i++) {
            Rational exact = perWeight.times(Rational.of(weights[i]));
            assertThat(shares[i]).isBetween(exact.floor(), exact.floor() + 1);
        }
    }

    private static long[] split(long fen, long... weights) {
        List<Money> shares = Split.largestRemainder(Money.ofMinor(fen, CurrencyCode.CNY), weights);
        return shares.stream().mapToLong(Money::minor).toArray();
    }

    private static long[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }
}
