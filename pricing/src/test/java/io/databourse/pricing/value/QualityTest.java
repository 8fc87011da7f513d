package io.databourse.pricing.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.value.QualityScore.Dimension;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QualityTest {
    @Test
    void the_weights_of_the_textbook_choice_of_a_leader() {
        PairwiseComparison leader =
                judgements("1 4 3 7", "1/4 1 1/3 3", "1/3 3 1 5", "1/7 1/3 1/5 1");
        // The example prints .547, .127, .270 and .056, rounded so that they add up; the rest of
        // the digits are those of LAPACK.
        assertThat(leader.weights().stream().map(Decimals::text))
                .containsExactly("0.547569", "0.126555", "0.26995", "0.055926");
        assertThat(rounded(List.of(leader.consistencyRatio()))).containsExactly("0.044");
        assertThat(leader.weights().stream().reduce(Rational.ZERO, Rational::plus))
                .isEqualTo(Rational.ONE);
    }

    @Test
    void judgements_without_contradiction_give_their_own_proportions() {
        PairwiseComparison exact = judgements("1 2 4", "1/2 1 2", "1/4 1/2 1");
        assertThat(rounded(exact.weights())).containsExactly("0.571", "0.286", "0.143");
        assertThat(exact.consistencyRatio()).isEqualTo(Rational.ZERO);
        assertThat(judgements("1").weights()).containsExactly(Rational.ONE);
        assertThat(rounded(judgements("1 9", "1/9 1").weights())).containsExactly("0.900", "0.100");
    }

    @Test
    void judgements_that_contradict_each_other_are_refused_with_the_one_to_think_over() {
        PairwiseComparison circle = judgements("1 9 1/9", "1/9 1 9", "9 1/9 1");
        assertThatThrownBy(circle::weights)
                .hasMessageContaining("contradict each other")
                .hasMessageContaining("not below 0.1");
        // All say that the first is the best, but the last is far above the second.
        PairwiseComparison slip = judgements("1 3 3 3", "1/3 1 1 9", "1/3 1 1 1", "1/3 1/9 1 1");
        assertThatThrownBy(slip::weights).hasMessageContaining("think over row 2, column 4");
    }

    @Test
    void judgements_that_are_none_are_refused() {
        assertThatThrownBy(() -> judgements("1 2", "2 1")).hasMessageContaining("which says");
        assertThatThrownBy(() -> judgements("2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> judgements("1 10", "1/10 1"))
                .hasMessage("10 is not within 1/9 and 9");
        assertThatThrownBy(() -> judgements("1 2", "1/2")).hasMessageContaining("no square");
        assertThatThrownBy(() -> new PairwiseComparison(List.of()))
                .hasMessageContaining("0 criteria");
    }

    @Test
    void the_score_weighs_six_dimensions_and_lowers_what_the_cost_suggests() {
        Map<Dimension, Rational> scores = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            scores.put(dimension, Rational.parse("0.9"));
        }
        scores.put(Dimension.ACCURACY, Rational.parse("0.3"));
        String equal = String.join(" ", Collections.nCopies(6, "1"));
        QualityScore quality =
                new QualityScore(
                        scores, judgements(Collections.nCopies(6, equal).toArray(String[]::new)));
        // Equal weights to six digits: the first takes what is left.
        assertThat(Decimals.text(quality.score())).isEqualTo("0.7999998");

        Suggestion suggestion =
                new CostApproach(
                                List.of(new CostApproach.Cost("all", Money.cny("1000"))),
                                Rational.ZERO,
                                new Interval(Rational.ONE, Rational.ONE),
                                Optional.of(quality))
                        .suggest();
        assertThat(suggestion.middle()).isEqualTo(Money.cny("800.00"));
        assertThat(suggestion.figures())
                .contains(
                        new Figure("q", "ACCURACY", "0.3"),
                        new Figure("w", "ACCURACY", "0.166667"),
                        new Figure("CR", "consistency ratio", "0"));
        scores.remove(Dimension.ACCURACY);
        assertThatThrownBy(() -> new QualityScore(scores, quality.judgements()))
                .hasMessage("each dimension has a score");
    }

    static PairwiseComparison judgements(String... rows) {
        return new PairwiseComparison(
                Arrays.stream(rows)
                        .map(row ->
                                Stream.of(row.split(" ", -1)).map(Rational::parseFraction).toList())
                        .toList());
    }

    private static List<String> rounded(List<Rational> values) {
        return values.stream()
                .map(value -> value.times(Rational.of(1_000)).roundHalfUp())
                .map("0.%03d"::formatted)
                .toList();
    }
}
