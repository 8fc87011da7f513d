package io.databourse.pricing.value;

import io.databourse.money.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How good data is: the scores by the six dimensions of GB/T 36344, weighted by judgements of two
/// dimensions at a time.
///
/// @param scores of each dimension, between 0 and 1
/// @param judgements between the dimensions, in their order
public record QualityScore(Map<Dimension, Rational> scores, PairwiseComparison judgements) {
    /// 规范性, 完整性, 准确性, 一致性, 时效性, 可访问性.
    public enum Dimension {
        CONFORMITY,
        COMPLETENESS,
        ACCURACY,
        CONSISTENCY,
        TIMELINESS,
        ACCESSIBILITY
    }

    public QualityScore {
        scores = Collections.unmodifiableMap(new TreeMap<>(scores));
        if (scores.size() != Dimension.values().length) {
            throw new IllegalArgumentException("each dimension has a score");
        }
        for (Rational score : scores.values()) {
            if (score.signum() < 0 || score.compareTo(Rational.ONE) > 0) {
                throw new IllegalArgumentException("a score is not within 0 and 1: " + score);
            }
        }
        if (judgements.matrix().size() != scores.size()) {
            throw new IllegalArgumentException("the judgements are about six dimensions");
        }
        judgements.weights();
    }

    public Rational score() {
        Rational sum = Rational.ZERO;
        List<Rational> weights = judgements.weights();
        List<Rational> values = List.copyOf(scores.values());
        for (int i = 0; i < values.size(); i++) {
            sum = sum.plus(weights.get(i).times(values.get(i)));
        }
        return sum;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        Iterator<Rational> weights = judgements.weights().iterator();
        scores.forEach((dimension, score) -> {
            figures.add(Figure.of("q", dimension.name(), score));
            figures.add(Figure.of("w", dimension.name(), weights.next()));
        });
        figures.add(Figure.of("CR", "consistency ratio", judgements.consistencyRatio()));
        return figures;
    }
}
