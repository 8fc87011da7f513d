package io.databourse.sandbox.noise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// A privacy loss ε, 隐私预算, as an exact fraction: a budget must not be left over or overdrawn by
/// rounding. Zero is what a new ledger has spent; noise for ε = 0 does not exist.
public record Epsilon(BigInteger numerator, BigInteger denominator) implements Comparable<Epsilon> {
    public static final Epsilon ZERO = new Epsilon(BigInteger.ZERO, BigInteger.ONE);

    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    /// Short, so that nobody makes the arithmetic slow by writing it down.
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private static final Pattern FRACTION = Pattern.compile("\\d{1,24}/\\d{1,24}");

    /// Reduces the fraction.
    public Epsilon {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("epsilon is not a fraction of at least 0");
        }
        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /// Reads `0.5`, `2` or `1/3`.
    public static Epsilon of(String text) {
        if (DECIMAL.matcher(text).matches()) {
            BigDecimal decimal = new BigDecimal(text);
            return new Epsilon(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
        }
        if (FRACTION.matcher(text).matches()) {
            return fraction(text);
        }
        throw new IllegalArgumentException(
                "epsilon is written like 0.5 or 1/3, with at most 12 digits after the point");
    }

    /// As [#toString] writes it, of any length.
    static Epsilon fraction(String text) {
        int slash = text.indexOf('/');
        return new Epsilon(
                new BigInteger(text.substring(0, slash)),
                new BigInteger(text.substring(slash + 1)));
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /// Losses add up: the basic composition theorem (Dwork, Roth, *The Algorithmic Foundations of
    /// Differential Privacy*, 2014, theorem 3.14).
    public Epsilon plus(Epsilon other) {
        return new Epsilon(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /// What is left of this after `other` was taken, at least zero: a budget that was lowered later
    /// may already be overspent.
    public Epsilon less(Epsilon other) {
        BigInteger left =
                numerator
                        .multiply(other.denominator)
                        .subtract(other.numerator.multiply(denominator));
        return new Epsilon(left.max(BigInteger.ZERO), denominator.multiply(other.denominator));
    }

    /// In whole billionths, rounded down; more than a long holds is its largest value.
    public long billionths() {
        return numerator
                .multiply(BILLION)
                .divide(denominator)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /// In equal parts: the statistics of one query share its ε.
    public Epsilon dividedBy(int parts) {
        return new Epsilon(numerator, denominator.multiply(BigInteger.valueOf(parts)));
    }

    @Override
    public int compareTo(Epsilon other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
