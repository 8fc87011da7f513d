package io.databourse.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact amount, counted in the currency's minor unit (分 for CNY). An overflow throws
/// [ArithmeticException]; nothing is ever rounded silently.
public record Money(long minor, CurrencyCode currency) implements Comparable<Money> {
    public static Money zero(CurrencyCode currency) {
        return new Money(0, currency);
    }

    public static Money ofMinor(long minor, CurrencyCode currency) {
        return new Money(minor, currency);
    }

    /// The exact amount in major units (元), rounded once, half away from zero.
    public static Money rounded(Rational major, CurrencyCode currency) {
        return new Money(major.times(currency.minorPerMajor()).roundHalfUp(), currency);
    }

    /// 500.00 → `Money.cny("500.00")`.
    public static Money cny(String amount) {
        return parse(amount, CurrencyCode.CNY);
    }

    /// Reads a plain decimal such as `500`, `500.0` or `-0.01`. More digits than the currency has,
    /// an exponent or anything else is an [IllegalArgumentException].
    public static Money parse(String amount, CurrencyCode currency) {
        if (!amount.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("not a decimal amount: " + amount);
        }
        try {
            long minor =
                    new BigDecimal(amount)
                            .setScale(currency.digits(), RoundingMode.UNNECESSARY)
                            .unscaledValue()
                            .longValueExact();
            return new Money(minor, currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(amount + " is no amount of " + currency, e);
        }
    }

    /// The amount in major units, exactly.
    public Rational major() {
        return Rational.of(minor).dividedBy(currency.minorPerMajor());
    }

    public Money add(Money other) {
        return new Money(Math.addExact(minor, same(other)), currency);
    }

    public Money subtract(Money other) {
        return new Money(Math.subtractExact(minor, same(other)), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    /// Rounded once, half away from zero, to the minor unit.
    public Money times(Rational factor) {
        return new Money(factor.times(Rational.of(minor)).roundHalfUp(), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /// Amounts of different currencies cannot be compared and throw.
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other));
    }

    /// The decimal string of the API, such as `500.00`.
    public String amount() {
        return BigDecimal.valueOf(minor, currency.digits()).toPlainString();
    }

    @Override
    public String toString() {
        return amount() + " " + currency;
    }

    private long same(Money other) {
        if (currency != other.currency) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
        return other.minor;
    }
}
