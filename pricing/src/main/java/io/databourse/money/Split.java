package io.databourse.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides an amount by weights so that the parts add up to it exactly.
public final class Split {
    private Split() {}

    /// The method of the largest remainder (Hamilton): each share is rounded down, and the minor
    /// units left over go, one each, to the largest fractions. Equal fractions: the earlier share
    /// first, so the order of the weights belongs to the contract.
    ///
    /// A negative total gives the negated shares of its magnitude, so that a refund mirrors its
    /// payment. Weights are not negative and not all zero; a zero weight gets nothing.
    public static List<Money> largestRemainder(Money total, List<Rational> weights) {
        if (total.isNegative()) {
            return largestRemainder(total.negate(), weights).stream().map(Money::negate).toList();
        }
        Rational sum = sumOf(weights);
        List<Rational> exact =
                weights.stream()
                        .map(w -> w.times(Rational.of(total.minor())).dividedBy(sum))
                        .toList();
        long[] shares = exact.stream().mapToLong(Rational::floor).toArray();
        long left = total.minor() - sum(shares);
        // The sort is stable, which is the rule for equal fractions.
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> fraction(exact.get(i))).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        List<Money> result = new ArrayList<>();
        for (long share : shares) {
            result.add(Money.ofMinor(share, total.currency()));
        }
        return List.copyOf(result);
    }

    /// As above, with whole weights: percent, basis points, rows.
    public static List<Money> largestRemainder(Money total, long... weights) {
        return largestRemainder(total, Arrays.stream(weights).mapToObj(Rational::of).toList());
    }

    /// One share after the other, each the part of what those before it have left, rounded half up.
    /// The last positive weight gets the rest. A larger total is never a smaller share for anybody,
    /// which the largest remainder does not promise, so sums that only grow are split by this.
    ///
    /// The total is not negative; weights are as above.
    public static List<Money> inTurn(Money total, List<Rational> weights) {
        if (total.isNegative()) {
            throw new IllegalArgumentException("the total is negative: " + total);
        }
        Rational weightsLeft = sumOf(weights);
        Money left = total;
        List<Money> result = new ArrayList<>();
        for (Rational weight : weights) {
            Money share =
                    weight.signum() == 0
                            ? Money.zero(total.currency())
                            : left.times(weight.dividedBy(weightsLeft));
            result.add(share);
            left = left.subtract(share);
            weightsLeft = weightsLeft.minus(weight);
        }
        return List.copyOf(result);
    }

    private static long sum(long[] shares) {
        return Arrays.stream(shares).reduce(0, Math::addExact);
    }

    private static Rational fraction(Rational value) {
        return value.plus(Rational.of(-value.floor()));
    }

    private static Rational sumOf(List<Rational> weights) {
        Rational sum = Rational.ZERO;
        for (Rational weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("a weight is negative: " + weight);
            }
            sum = sum.plus(weight);
        }
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("no weight is positive");
        }
        return sum;
    }
}
