package io.databourse.pricing;

import io.databourse.money.Money;
import io.databourse.money.Rational;

/// When prepaid money becomes revenue: unit by unit, as the pack is used.
public final class RevenueRecognition {
    private RevenueRecognition() {}

    /// What the n-th of `units` units earns, n from 1: ⌊total·n/units⌋ − ⌊total·(n−1)/units⌋. The
    /// amounts of all units add up to the total exactly, and no two differ by more than one fen.
    public static Money amountOfUnit(Money total, long units, long n) {
        if (units < 1 || n < 1 || n > units) {
            throw new IllegalArgumentException("no unit " + n + " of " + units);
        }
        return throughUnit(total, units, n).subtract(throughUnit(total, units, n - 1));
    }

    /// What the first n units have earned together.
    public static Money throughUnit(Money total, long units, long n) {
        if (total.isNegative()) {
            throw new IllegalArgumentException("the total is negative: " + total);
        }
        Rational part = Rational.of(n, units).times(Rational.of(total.minor()));
        return Money.ofMinor(part.floor(), total.currency());
    }
}
