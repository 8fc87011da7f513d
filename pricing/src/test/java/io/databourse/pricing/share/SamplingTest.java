package io.databourse.pricing.share;

import static io.databourse.pricing.share.Games.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Rational;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SamplingTest {
    /// Of 2n + 1 parties any majority is worth 1: a party's marginal contribution is 0 or 1.
    private static final Utility MAJORITY_OF_20 =
            coalition -> whole(coalition.has(0) && coalition.size() > 10 ? 1 : 0);

    @Test
    void ten_parties_need_1199_orders_for_five_percent() {
        assertThat(orders(10, "1", "0.05", "0.05")).isEqualTo(1_199);
        assertThat(orders(10, "2", "0.1", "0.05")).isEqualTo(1_199);
        assertThatThrownBy(() -> orders(10, "1", "0", "0.05"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> orders(10, "1", "0.000001", "0.05"))
                .hasMessageContaining("more than");
        assertThatThrownBy(() -> orders(10, "1", "0.05", "1"))
                .hasMessage("delta is between 0 and 1");
    }

    @Test
    void the_generator_is_the_published_one() {
        // SplitMix64 from seed 1234567 gives these numbers; 3 parties take them modulo 3 and 2.
        long[] published = {6457827717110365317L, 3203168211198807973L};
        int[] expected = {0, 1, 2};
        swap(expected, 2, (int) Long.remainderUnsigned(published[0], 3));
        swap(expected, 1, (int) Long.remainderUnsigned(published[1], 2));
        assertThat(new Sampling(1234567, 1).shuffle(3).next()).containsExactly(expected);
    }

    @Test
    void all_orders_are_equally_likely() {
        Map<String, Integer> counts = new HashMap<>();
        Sampling.Shuffle shuffle = new Sampling(42, 1).shuffle(4);
        for (int i = 0; i < 24_000; i++) {
            counts.merge(Arrays.toString(shuffle.next()), 1, Integer::sum);
        }
        // 1,000 each; 150 is almost five standard deviations.
        assertThat(counts).hasSize(24);
        assertThat(counts.values()).allMatch(count -> Math.abs(count - 1_000) < 150);
    }

    @Test
    void the_same_seed_gives_the_same_values_and_another_one_others() {
        List<Rational> once = sampled(7, 200).values();
        assertThat(sampled(7, 200).values()).isEqualTo(once);
        assertThat(sampled(8, 200).values()).isNotEqualTo(once);
    }

    @Test
    void twenty_parties_are_within_the_bound_and_add_up_exactly() {
        int orders = orders(20, "1", "0.05", "0.05");
        Contribution found = sampled(20261121, orders);
        assertThat(Games.sum(found.values())).isEqualTo(whole(1));
        // The first party decides if it comes 11th or later: 10 of 20 places.
        assertThat(distance(found.values().getFirst(), Rational.of(1, 2))).isLessThan(0.05);
        // The others share the rest equally.
        for (Rational value : found.values().subList(1, 20)) {
            assertThat(distance(value, Rational.of(1, 38))).isLessThan(0.05);
        }
    }

    @Test
    void the_published_utilities_and_seed_suffice_to_compute_it_again() {
        Contribution found = sampled(3, 50);
        assertThat(found.utilities().values().size()).isBetween(20, 1_000);
        assertThat(found.isReproducible()).isTrue();
        assertThat(Contribution.of(found.utilities(), found.sampling())).isEqualTo(found);
    }

    @Test
    void comes_nearer_to_the_exact_values_with_more_orders() {
        SplittableRandom random = new SplittableRandom(5);
        UtilityTable game = Games.random(6, random);
        List<Rational> exact = Shapley.exact(6, game).values();
        double few = worst(exact, Shapley.sampled(6, game, new Sampling(1, 20)).values());
        double many = worst(exact, Shapley.sampled(6, game, new Sampling(1, 20_000)).values());
        assertThat(many).isLessThan(few / 4);
    }

    private static int orders(int parties, String range, String epsilon, String delta) {
        return Sampling.ordersFor(
                parties, Rational.parse(range), Rational.parse(epsilon), Rational.parse(delta));
    }

    private static Contribution sampled(long seed, int orders) {
        return Shapley.sampled(20, MAJORITY_OF_20, new Sampling(seed, orders));
    }

    private static double worst(List<Rational> some, List<Rational> others) {
        double worst = 0;
        for (int i = 0; i < some.size(); i++) {
            worst = Math.max(worst, distance(some.get(i), others.get(i)));
        }
        return worst;
    }

    private static double distance(Rational one, Rational other) {
        return Math.abs(one.minus(other).approximate());
    }

    private static void swap(int[] order, int i, int j) {
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
    }
}
