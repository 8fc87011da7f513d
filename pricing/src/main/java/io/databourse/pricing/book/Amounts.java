package io.databourse.pricing.book;

import io.databourse.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Amounts checked, and written for people.
final class Amounts {
    private static final int SHOWN_DIGITS = 6;
    private static final int MONEY_DIGITS = 2;

    private Amounts() {}

    static void requireNotNegative(String what, Rational amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(what + " is negative: " + amount);
        }
    }

    /// 1,000 or 2.5; a fraction without end is cut and marked: ≈0.333333.
    static String number(Rational value) {
        return text(value, 0);
    }

    /// As [#number], with two digits at least: 100.00 or 0.0004.
    static String money(Rational value) {
        return text(value, MONEY_DIGITS);
    }

    static String percent(Rational share) {
        return number(share.times(Rational.of(100))) + "%";
    }

    private static String text(Rational value, int digits) {
        BigDecimal numerator = new BigDecimal(value.numerator());
        BigDecimal denominator = new BigDecimal(value.denominator());
        try {
            return grouped(numerator.divide(denominator), digits);
        } catch (ArithmeticException e) {
            // Only a fraction without end gets here.
            return "≈"
                    + grouped(
                            numerator.divide(denominator, SHOWN_DIGITS, RoundingMode.HALF_UP),
                            digits);
        }
    }

    private static String grouped(BigDecimal value, int digits) {
        BigDecimal bare = value.stripTrailingZeros();
        int scale = Math.max(bare.scale(), digits);
        return String.format(Locale.ROOT, "%,." + scale + "f", bare);
    }
}
