package io.databourse.pricing.share;

import static io.databourse.pricing.share.Games.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Rational;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnnShapleyTest {
    private static final Rational QUARTER = Rational.of(1, 4);

    @Test
    void a_wrong_neighbour_is_worth_less_than_nothing() {
        List<Rational> values = KnnShapley.ofOne(List.of(true, false, true, true, false), 2);
        assertThat(values).containsExactly(QUARTER, QUARTER.negate(), QUARTER, QUARTER, whole(0));
        assertThat(Games.sum(values)).isEqualTo(Rational.of(1, 2));
    }

    @Test
    void the_recursion_is_shapley_s_value_of_the_game() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 200; run++) {
            int rows = random.nextInt(1, 10);
            int neighbours = random.nextInt(1, 6);
            List<Boolean> right = Stream.generate(random::nextBoolean).limit(rows).toList();
            assertThat(KnnShapley.ofOne(right, neighbours))
                    .isEqualTo(Shapley.exact(rows, likelihood(right, neighbours)).values());
        }
    }

    @Test
    void an_owner_gets_what_its_rows_are_worth_over_all_test_points() {
        List<Rational> distances = Stream.of(3L, 1L, 2L, 2L).map(Rational::of).toList();
        KnnShapley.Point near = KnnShapley.Point.of(distances, List.of(true, true, false, true));
        assertThat(near.nearest()).containsExactly(1, 2, 3, 0);
        assertThat(near.right()).containsExactly(true, false, true, true);
        KnnShapley.Point other = new KnnShapley.Point(List.of(0, 1, 2, 3), near.right());

        List<Rational> values =
                KnnShapley.ofOwners(2, List.of(0, 1, 0, 1), List.of(near, other), 1);
        List<Rational> each = KnnShapley.ofOne(near.right(), 1);
        // In the first point rows 1, 2, 3, 0 stand in this order; in the second 0, 1, 2, 3.
        Rational half = Rational.of(1, 2);
        Rational first = each.get(1).plus(each.get(3)).plus(each.get(0)).plus(each.get(2));
        Rational second = each.get(0).plus(each.get(2)).plus(each.get(1)).plus(each.get(3));
        assertThat(values).containsExactly(first.times(half), second.times(half));
    }

    @Test
    void points_that_do_not_rank_each_row_once_are_refused() {
        assertThatThrownBy(() -> new KnnShapley.Point(List.of(0, 0), List.of(true, true)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KnnShapley.ofOne(List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        KnnShapley.ofOwners(
                                1,
                                List.of(0, 0),
                                List.of(new KnnShapley.Point(List.of(0), List.of(true))),
                                1))
                .hasMessageContaining("every row");
    }

    /// What part of the nearest rows of a coalition is right.
    private static Utility likelihood(List<Boolean> right, int neighbours) {
        return coalition -> {
            int seen = 0;
            int good = 0;
            for (int row = 0; row < right.size() && seen < neighbours; row++) {
                if (coalition.has(row)) {
                    seen++;
                    good += right.get(row) ? 1 : 0;
                }
            }
            return Rational.of(good, neighbours);
        };
    }
}
