package io.databourse.pricing.value;

import io.databourse.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Weights of criteria from judgements of two at a time, 层次分析法 (AHP; Saaty, The Analytic Hierarchy
/// Process, 1980): the principal eigenvector of the judgements. Judgements that contradict each
/// other too much, by a consistency ratio of 0.1 or more, are refused.
///
/// @param matrix row i, column j: how many times as important i is as j, from 1/9 to 9
public record PairwiseComparison(List<List<Rational>> matrix) {
    /// The mean consistency index of random judgements, by the number of criteria (Saaty 1980).
    private static final double[] RANDOM = {
        0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49
    };

    private static final double MOST = 0.1;
    private static final Rational NINE = Rational.of(9);
    private static final int ROUNDS = 1_000;
    private static final int DIGITS = 6;

    public PairwiseComparison {
        matrix = matrix.stream().map(List::copyOf).toList();
        int size = matrix.size();
        if (size < 1 || size >= RANDOM.length) {
            throw new IllegalArgumentException(
                    "%d criteria, not 1 to %d".formatted(size, RANDOM.length - 1));
        }
        for (int i = 0; i < size; i++) {
            if (matrix.get(i).size() != size) {
                throw new IllegalArgumentException("the judgements are no square");
            }
            for (int j = 0; j < size; j++) {
                check(matrix, i, j);
            }
        }
    }

    private static void check(List<List<Rational>> matrix, int i, int j) {
        Rational judged = matrix.get(i).get(j);
        if (judged.compareTo(NINE) > 0 || judged.times(NINE).compareTo(Rational.ONE) < 0) {
            throw new IllegalArgumentException(judged + " is not within 1/9 and 9");
        }
        if (j < matrix.size()
                && matrix.get(j).size() > i
                && !judged.times(matrix.get(j).get(i)).equals(Rational.ONE)) {
            throw new IllegalArgumentException(
                    "row %d says %s of column %d, which says %s of it"
                            .formatted(i + 1, judged, j + 1, matrix.get(j).get(i)));
        }
    }

    /// The weights, to six digits, adding up to 1.
    ///
    /// @throws IllegalArgumentException if the judgements contradict each other
    public List<Rational> weights() {
        double[] vector = eigenvector();
        double ratio = ratio(vector);
        if (!(ratio < MOST)) {
            throw new IllegalArgumentException(
                    "the judgements contradict each other: consistency ratio %s, not below %s; %s"
                            .formatted(text(ratio), MOST, worst(vector)));
        }
        List<Rational> weights = new ArrayList<>();
        Rational left = Rational.ONE;
        for (int i = 1; i < vector.length; i++) {
            Rational weight = Rational.parse(text(vector[i]));
            weights.add(weight);
            left = left.minus(weight);
        }
        weights.addFirst(left);
        return List.copyOf(weights);
    }

    /// How much the judgements contradict each other: 0 not at all, 1 as much as random ones.
    public Rational consistencyRatio() {
        return Rational.parse(text(ratio(eigenvector())));
    }

    private double ratio(double[] vector) {
        int size = vector.length;
        if (RANDOM[size] == 0) {
            return 0;
        }
        double index = (greatest(vector) - size) / (size - 1);
        return Math.max(0, index / RANDOM[size]);
    }

    /// By the power method: a matrix of positive numbers has one such vector (Perron).
    private double[] eigenvector() {
        double[] vector = new double[matrix.size()];
        Arrays.fill(vector, 1.0 / vector.length);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = times(vector);
            double sum = 0;
            for (double each : next) {
                sum += each;
            }
            for (int i = 0; i < next.length; i++) {
                vector[i] = next[i] / sum;
            }
        }
        return vector;
    }

    private double greatest(double[] vector) {
        double[] times = times(vector);
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += times[i] / vector[i];
        }
        return sum / times.length;
    }

    private double[] times(double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += judged(i, j) * vector[j];
            }
        }
        return product;
    }

    /// The judgement that is farthest from what the weights would say, to be thought over first.
    private String worst(double[] vector) {
        int row = 0;
        int column = 0;
        double most = 0;
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                double off = judged(i, j) * vector[j] / vector[i];
                if (off > most) {
                    most = off;
                    row = i;
                    column = j;
                }
            }
        }
        return "think over row %d, column %d".formatted(row + 1, column + 1);
    }

    private double judged(int i, int j) {
        return matrix.get(i).get(j).approximate();
    }

    private static String text(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
    }
}
