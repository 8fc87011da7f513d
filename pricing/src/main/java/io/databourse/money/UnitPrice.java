package io.databourse.money;

/// The price of one unit, exact and possibly finer than the minor unit; only the amount of a whole
/// line is rounded.
public record UnitPrice(Rational major, CurrencyCode currency) {
    public UnitPrice {
        if (major.signum() < 0) {
            throw new IllegalArgumentException("a unit price is not negative: " + major);
        }
    }

    /// `UnitPrice.parse("0.0004", CNY)` is 0.04 fen.
    public static UnitPrice parse(String amount, CurrencyCode currency) {
        return new UnitPrice(Rational.parse(amount), currency);
    }

    /// One of `units` equal parts of `total`, exactly.
    public static UnitPrice ofPart(Money total, long units) {
        return new UnitPrice(total.major().dividedBy(Rational.of(units)), total.currency());
    }

    /// Rounded once, half up.
    public Money times(long units) {
        if (units < 0) {
            throw new IllegalArgumentException("units is negative: " + units);
        }
        return Money.rounded(major.times(Rational.of(units)), currency);
    }
}
