package io.databourse.pricing.share;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.List;
import java.util.stream.IntStream;

/// What the rules check and add up.
final class Weights {
    private Weights() {}

    static Rational sum(List<Rational> weights) {
        Rational sum = Rational.ZERO;
        for (Rational weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("a weight is negative: " + weight);
            }
            sum = sum.plus(weight);
        }
        return sum;
    }

    static void sameParties(int some, int others) {
        if (some != others) {
            throw new IllegalArgumentException("%d parties or %d?".formatted(some, others));
        }
    }

    static List<Money> add(List<Money> some, List<Money> more) {
        return IntStream.range(0, some.size()).mapToObj(i -> some.get(i).add(more.get(i))).toList();
    }
}
