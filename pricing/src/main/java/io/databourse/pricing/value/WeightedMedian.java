package io.databourse.pricing.value;

import io.databourse.money.Rational;
import java.util.Comparator;
import java.util.List;

/// Quantiles of values that do not all count the same.
final class WeightedMedian {
    private WeightedMedian() {}

    record Weighted(Rational value, Rational weight) {}

    /// The smallest value at which the weights up to it pass the part of all weights; where they
    /// reach it exactly, the mean of it and the next.
    ///
    /// @param part such as 1/2 for the median
    static Rational quantile(List<Weighted> values, Rational part) {
        List<Weighted> sorted =
                values.stream()
                        .filter(each -> each.weight().signum() > 0)
                        .sorted(Comparator.comparing(Weighted::value))
                        .toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing has a weight");
        }
        Rational all = sorted.stream().map(Weighted::weight).reduce(Rational.ZERO, Rational::plus);
        Rational wanted = all.times(part);
        Rational sum = Rational.ZERO;
        for (int i = 0; i < sorted.size() - 1; i++) {
            sum = sum.plus(sorted.get(i).weight());
            int order = sum.compareTo(wanted);
            if (order == 0) {
                return new Interval(sorted.get(i).value(), sorted.get(i + 1).value()).middle();
            }
            if (order > 0) {
                return sorted.get(i).value();
            }
        }
        return sorted.getLast().value();
    }
}
