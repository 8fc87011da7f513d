package io.databourse.pricing.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.share.SplitRule.ByContribution;
import io.databourse.pricing.share.SplitRule.Fixed;
import io.databourse.pricing.share.SplitRule.Percent;
import io.databourse.pricing.share.SplitRule.Stage;
import io.databourse.pricing.share.SplitRule.Waterfall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitRuleTest {
    @ParameterizedTest
    @CsvSource({
        "9999, 75 25, 7499 2500",
        "1003, 49 51, 491 512",
        "3, 75 25, 2 1",
        "-3, 75 25, -2 -1",
        "1, 50 50, 1 0",
        "0, 10 90, 0 0"
    })
    void by_percent(long fen, String percents, String shares) {
        List<Rational> parts =
                numbers(percents).mapToObj(percent -> Rational.of(percent, 100)).toList();
        assertThat(split(fen, new Percent(parts))).containsExactly(numbers(shares).toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 1000 250 8750",
        "1250, 1000 250 0",
        "1249, 1000 249 0",
        "999, 999 0 0",
        "-1251, -1000 -250 -1"
    })
    void fixed_amounts_come_first_as_far_as_the_money_goes(long fen, String shares) {
        Percent rest = new Percent(weights(0, 0, 1));
        SplitRule rule = new Fixed(List.of(fen(1000), fen(250), fen(0)), rest);
        assertThat(split(fen, rule)).containsExactly(numbers(shares).toArray());
    }

    @ParameterizedTest
    @CsvSource({
        // Up to 100.00 all to the second; up to 300.00 half and half; then 80 to 20.
        "9999, 0 9999",
        "10000, 0 10000",
        "10001, 1 10000",
        "30000, 10000 20000",
        "40000, 18000 22000",
        "-10001, -1 -10000"
    })
    void a_waterfall_fills_one_stage_after_the_other(long fen, String shares) {
        SplitRule rule =
                new Waterfall(
                        List.of(
                                new Stage(Optional.of(fen(10_000)), weights(0, 1)),
                                new Stage(Optional.of(fen(20_000)), weights(1, 1)),
                                new Stage(Optional.empty(), weights(80, 20))));
        assertThat(split(fen, rule)).containsExactly(numbers(shares).toArray());
    }

    @Test
    void by_contribution_the_rare_glove_gets_two_thirds() {
        UtilityTable gloves = Games.of(3, "0+2=1", "1+2=1", "0+1+2=1");
        SplitRule rule =
                new ByContribution(Shapley.exact(3, gloves), NegativeRule.CLIP_AND_RENORMALISE);
        assertThat(split(10_000, rule)).containsExactly(1_667, 1_667, 6_666);
        assertThat(split(1, rule)).containsExactly(0, 0, 1);
    }

    @Test
    void who_made_it_worse_gets_nothing_or_the_payout_is_refused() {
        // The second party spoils a quarter of what the first one can do.
        Contribution spoilt = Shapley.exact(2, Games.of(2, "0=4", "0+1=3"));
        assertThat(spoilt.parts(NegativeRule.AS_IS))
                .containsExactly(Rational.of(7, 6), Rational.of(-1, 6));

        SplitRule clipped = new ByContribution(spoilt, NegativeRule.CLIP_AND_RENORMALISE);
        assertThat(split(100, clipped)).containsExactly(100, 0);
        assertThatThrownBy(() -> new ByContribution(spoilt, NegativeRule.AS_IS))
                .hasMessageContaining("a share is negative (-1/6)");

        Contribution worthless = Shapley.exact(2, Games.of(2, "0=-1", "0+1=-1"));
        assertThatThrownBy(() -> new ByContribution(worthless, NegativeRule.CLIP_AND_RENORMALISE))
                .hasMessage("the contributions add up to 0");
    }

    @Test
    void the_shares_always_add_up_and_none_is_negative() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int run = 0; run < 3_000; run++) {
            SplitRule rule = any(random, random.nextInt(1, 7));
            long amount = random.nextLong(0, 1L << random.nextInt(1, 50));
            for (Rounding rounding : Rounding.values()) {
                long[] shares = minors(rule.split(fen(amount), rounding));
                assertThat(shares).hasSize(rule.parties());
                assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
                assertThat(Arrays.stream(shares).boxed()).allMatch(share -> share >= 0);
                assertThat(minors(rule.split(fen(-amount), rounding)))
                        .containsExactly(Arrays.stream(shares).map(s -> -s).toArray());
            }
        }
    }

    @Test
    void in_turn_a_larger_amount_is_never_a_smaller_share() {
        SplittableRandom random = new SplittableRandom(6);
        for (int run = 0; run < 200; run++) {
            SplitRule rule = any(random, random.nextInt(2, 6));
            long[] before = new long[rule.parties()];
            for (long amount = 1; amount < 60; amount++) {
                long[] shares = minors(rule.split(fen(amount), Rounding.IN_TURN));
                for (int i = 0; i < shares.length; i++) {
                    assertThat(shares[i]).isGreaterThanOrEqualTo(before[i]);
                }
                before = shares;
            }
        }
    }

    @Test
    void the_largest_remainder_can_take_a_fen_back_which_is_why_there_are_two() {
        SplitRule rule = new Waterfall(List.of(new Stage(Optional.empty(), weights(5, 3, 1))));
        // The Alabama paradox: one fen more in all, one less for the third.
        assertThat(LongStream.range(0, 100).anyMatch(fen -> shrinks(rule, fen))).isTrue();
    }

    @Test
    void rules_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> new Percent(weights(1, 1)))
                .hasMessage("the parts add up to 2, not 1");
        assertThatThrownBy(() -> new Stage(Optional.empty(), weights(0, 0)))
                .hasMessage("no weight is positive");
        assertThatThrownBy(() -> new Stage(Optional.of(fen(0)), weights(1)))
                .hasMessage("a stage of nothing");
        Stage endless = new Stage(Optional.empty(), weights(1));
        Stage ending = new Stage(Optional.of(fen(1)), weights(1));
        assertThatThrownBy(() -> new Waterfall(List.of(endless, endless)))
                .hasMessageContaining("every stage but the last ends");
        assertThatThrownBy(() -> new Waterfall(List.of(ending)))
                .hasMessageContaining("every stage but the last ends");
        assertThatThrownBy(() -> new Fixed(List.of(fen(-1)), new Percent(weights(1))))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> new Fixed(List.of(), new Percent(weights(1))))
                .hasMessage("0 parties or 1?");
    }

    private static boolean shrinks(SplitRule rule, long amount) {
        long[] less = split(amount, rule);
        long[] more = split(amount + 1, rule);
        return more[0] < less[0] || more[1] < less[1] || more[2] < less[2];
    }

    private static SplitRule any(SplittableRandom random, int parties) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                List<Money> amounts = new ArrayList<>();
                for (int i = 0; i < parties; i++) {
                    amounts.add(fen(random.nextInt(20)));
                }
                yield new Fixed(amounts, percent(random, parties));
            }
            case 1 ->
                    new Waterfall(
                            List.of(
                                    new Stage(
                                            Optional.of(fen(random.nextInt(1, 40))),
                                            anyWeights(random, parties)),
                                    new Stage(Optional.empty(), anyWeights(random, parties))));
            default -> {
                UtilityTable game = Games.random(parties, random);
                Rational less = Games.whole(-500);
                Utility positive = c -> c.size() == 0 ? Games.whole(0) : game.of(c).minus(less);
                yield new ByContribution(
                        Shapley.exact(parties, positive), NegativeRule.CLIP_AND_RENORMALISE);
            }
        };
    }

    private static Percent percent(SplittableRandom random, int parties) {
        List<Rational> weights = anyWeights(random, parties);
        Rational sum = Games.sum(weights);
        return new Percent(weights.stream().map(weight -> weight.dividedBy(sum)).toList());
    }

    private static List<Rational> anyWeights(SplittableRandom random, int parties) {
        long[] weights = random.longs(parties, 0, 50).toArray();
        weights[random.nextInt(parties)]++;
        return weights(weights);
    }

    private static List<Rational> weights(long... weights) {
        return LongStream.of(weights).mapToObj(Rational::of).toList();
    }

    private static long[] split(long fen, SplitRule rule) {
        return minors(rule.split(fen(fen)));
    }

    private static long[] minors(List<Money> shares) {
        return shares.stream().mapToLong(Money::minor).toArray();
    }

    private static Money fen(long fen) {
        return Money.ofMinor(fen, CurrencyCode.CNY);
    }

    private static LongStream numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong);
    }
}
