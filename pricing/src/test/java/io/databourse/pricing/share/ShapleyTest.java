package io.databourse.pricing.share;

import static io.databourse.pricing.share.Games.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Rational;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapleyTest {
    private static final UtilityTable GLOVES = Games.of(3, "0+2=1", "1+2=1", "0+1+2=1");

    @Test
    void the_glove_game_gives_two_thirds_to_the_rare_glove() {
        assertThat(values(GLOVES))
                .containsExactly(Rational.of(1, 6), Rational.of(1, 6), Rational.of(2, 3));
    }

    @Test
    void leaving_one_out_would_give_the_makers_of_the_common_glove_nothing() {
        List<Rational> leftOut =
                IntStream.range(0, 3)
                        .mapToObj(i -> whole(1).minus(GLOVES.of(new Coalition(7 & ~(1 << i)))))
                        .toList();
        assertThat(leftOut).containsExactly(whole(0), whole(0), whole(1));
    }

    @Test
    void each_aeroplane_pays_for_the_stretch_of_runway_that_it_needs() {
        long[] lengths = {40, 50, 60, 70, 80, 90};
        UtilityTable airport =
                Games.table(
                        6,
                        members ->
                                whole(
                                        IntStream.range(0, 6)
                                                .filter(i -> new Coalition(members).has(i))
                                                .mapToLong(i -> lengths[i])
                                                .max()
                                                .orElseThrow()));
        assertThat(values(airport))
                .containsExactly(
                        Rational.of(40, 6),
                        Rational.of(52, 6),
                        Rational.of(67, 6),
                        Rational.of(87, 6),
                        Rational.of(117, 6),
                        Rational.of(177, 6));
    }

    @Test
    void three_parties_share_120_as_22_40_and_58() {
        UtilityTable game =
                Games.of(3, "0=6", "1=12", "2=18", "0+1=30", "0+2=60", "1+2=90", "0+1+2=120");
        assertThat(values(game)).containsExactly(whole(22), whole(40), whole(58));
    }

    @Test
    void a_party_that_only_adds_its_own_gets_its_own_and_equals_get_the_same() {
        UtilityTable game = Games.of(3, "0=2", "0+1=2", "0+2=2", "1+2=6", "0+1+2=8");
        assertThat(values(game)).containsExactly(whole(2), whole(3), whole(3));
    }

    @Test
    void is_the_average_over_all_orders() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 60; run++) {
            UtilityTable game = Games.random(random.nextInt(1, 7), random);
            assertThat(values(game)).isEqualTo(Games.bruteForce(game.parties(), game));
        }
    }

    @Test
    void the_values_add_up_to_what_all_are_worth_together() {
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < 100; run++) {
            UtilityTable game = Games.random(random.nextInt(1, 9), random);
            assertThat(Games.sum(values(game))).isEqualTo(game.of(Coalition.all(game.parties())));
        }
    }

    @Test
    void who_adds_nothing_to_anybody_gets_nothing() {
        SplittableRandom random = new SplittableRandom(2);
        for (int run = 0; run < 100; run++) {
            int parties = random.nextInt(2, 8);
            long dummy = 1L << random.nextInt(parties);
            UtilityTable any = Games.random(parties, random);
            UtilityTable game = Games.table(parties, m -> any.of(new Coalition(m & ~dummy)));
            assertThat(values(game).get(Long.numberOfTrailingZeros(dummy))).isEqualTo(whole(0));
        }
    }

    @Test
    void who_adds_the_same_to_everybody_gets_the_same() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 100; run++) {
            int parties = random.nextInt(2, 8);
            UtilityTable any = Games.random(parties, random);
            UtilityTable game =
                    Games.table(parties, m -> any.of(new Coalition(m)).plus(any.of(swapped(m))));
            assertThat(values(game).get(0)).isEqualTo(values(game).get(1));
        }
    }

    @Test
    void the_values_of_two_games_together_are_the_sums_of_their_values() {
        SplittableRandom random = new SplittableRandom(4);
        for (int run = 0; run < 50; run++) {
            int parties = random.nextInt(1, 8);
            UtilityTable one = Games.random(parties, random);
            UtilityTable other = Games.random(parties, random);
            UtilityTable both =
                    Games.table(
                            parties,
                            m -> one.of(new Coalition(m)).plus(other.of(new Coalition(m))));
            List<Rational> sums =
                    IntStream.range(0, parties)
                            .mapToObj(i -> values(one).get(i).plus(values(other).get(i)))
                            .toList();
            assertThat(values(both)).isEqualTo(sums);
        }
    }

    @Test
    void fifteen_parties_are_exact_and_each_coalition_is_asked_for_once() {
        int[] asked = new int[1 << 15];
        Contribution squares =
                Shapley.exact(
                        15,
                        coalition -> {
                            asked[(int) coalition.members()]++;
                            return whole((long) coalition.size() * coalition.size());
                        });
        assertThat(squares.values()).containsOnly(whole(15));
        assertThat(squares.utilities().values()).hasSize((1 << 15) - 1);
        assertThat(asked[0]).isZero();
        assertThat(IntStream.of(asked).skip(1)).containsOnly(1);
        assertThatThrownBy(() -> Shapley.exact(16, coalition -> whole(1)))
                .hasMessageContaining("at most 15");
    }

    @Test
    void anybody_can_compute_it_again_and_see_a_changed_value() {
        Contribution exact = Shapley.exact(3, GLOVES);
        assertThat(exact.isReproducible()).isTrue();
        List<Rational> wrong = List.of(whole(0), whole(0), whole(1));
        assertThat(new Contribution(GLOVES, Optional.empty(), wrong).isReproducible()).isFalse();

        TreeMap<Coalition, Rational> incomplete = new TreeMap<>(GLOVES.values());
        incomplete.remove(Coalition.parse("0+2"));
        assertThatThrownBy(() -> Contribution.of(new UtilityTable(3, incomplete), Optional.empty()))
                .hasMessage("the utility of 0+2 is missing");
    }

    @Test
    void a_table_knows_only_coalitions_of_its_parties() {
        assertThatThrownBy(() ->
                        new UtilityTable(
                                2,
                                new TreeMap<>(
                                        Collections.singletonMap(Coalition.parse("2"), whole(1)))))
                .hasMessageContaining("no coalition of 2 parties");
        for (String wrong : List.of("1+1", "62", "1+0", "00", "0+", "a", "-1")) {
            assertThatThrownBy(() -> Coalition.parse(wrong))
                    .hasMessage("not a coalition: " + wrong);
        }
        assertThat(Coalition.parse("0+2+61")).hasToString("0+2+61");
    }

    private static List<Rational> values(UtilityTable game) {
        return Shapley.exact(game.parties(), game).values();
    }

    /// The first and the second party in each other's place.
    private static Coalition swapped(long members) {
        return new Coalition((members & ~3L) | ((members & 1) << 1) | ((members & 2) >> 1));
    }
}
