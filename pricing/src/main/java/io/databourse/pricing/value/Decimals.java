package io.databourse.pricing.value;

import io.databourse.money.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Fractions as people read them, and the few roots that have none.
final class Decimals {
    private static final int SHOWN = 8;

    private Decimals() {}

    static String text(Rational value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), SHOWN, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// To 34 digits.
    static Rational root(Rational value) {
        MathContext digits = MathContext.DECIMAL128;
        BigDecimal root =
                new BigDecimal(value.numerator())
                        .divide(new BigDecimal(value.denominator()), digits)
                        .sqrt(digits);
        BigDecimal plain = root.setScale(Math.max(0, root.scale()));
        return new Rational(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    static Rational power(Rational base, int exponent) {
        Rational raised =
                new Rational(
                        base.numerator().pow(Math.abs(exponent)),
                        base.denominator().pow(Math.abs(exponent)));
        return exponent < 0 ? Rational.ONE.dividedBy(raised) : raised;
    }
}
