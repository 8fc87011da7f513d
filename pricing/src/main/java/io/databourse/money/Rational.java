package io.databourse.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// An exact fraction in lowest terms, the denominator positive: rates, weights, unit prices.
public record Rational(BigInteger numerator, BigInteger denominator)
        implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);
    private static final long BASIS = 10_000;

    public Rational {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("the denominator is zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Rational of(long whole) {
        return of(whole, 1);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /// 200 basis points are 2 %.
    public static Rational ofBasisPoints(long points) {
        return of(points, BASIS);
    }

    /// Reads a plain decimal such as `0.0004`.
    public static Rational parse(String decimal) {
        if (!decimal.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            throw new IllegalArgumentException("not a decimal: " + decimal);
        }
        BigDecimal value = new BigDecimal(decimal);
        return new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /// Reads a fraction such as `1/6`, as [#toString] writes it, or a plain decimal.
    public static Rational parseFraction(String text) {
        if (!text.matches("-?\\d{1,99}/\\d{1,99}")) {
            return parse(text);
        }
        int bar = text.indexOf('/');
        return new Rational(
                new BigInteger(text.substring(0, bar)), new BigInteger(text.substring(bar + 1)));
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational times(Rational other) {
        return new Rational(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Rational dividedBy(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public int signum() {
        return numerator.signum();
    }

    /// The largest whole number that is not greater.
    public long floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return floor.longValueExact();
    }

    /// The smallest whole number that is not less.
    public long ceil() {
        return -negate().floor();
    }

    /// The nearest whole number; a half goes away from zero.
    public long roundHalfUp() {
        long magnitude = new Rational(numerator.abs(), denominator).plus(of(1, 2)).floor();
        return signum() < 0 ? -magnitude : magnitude;
    }

    /// For statistics, never for money.
    public double approximate() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
                .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE)
                ? numerator.toString()
                : numerator + "/" + denominator;
    }
}
