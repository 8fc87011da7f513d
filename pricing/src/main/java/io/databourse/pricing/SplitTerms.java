package io.databourse.pricing;

import io.databourse.money.Money;
import io.databourse.money.Rational;

/// The exchange's terms: its commission as a part of the gross price, and the VAT rate which that
/// commission contains.
public record SplitTerms(Rational commissionRate, Rational vatRate) {
    public SplitTerms {
        if (commissionRate.signum() < 0 || commissionRate.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("commission is not within 0 and 1");
        }
        if (vatRate.signum() < 0) {
            throw new IllegalArgumentException("the VAT rate is negative: " + vatRate);
        }
    }

    /// `ofBasisPoints(200, 600)`: 2 % commission, 6 % VAT.
    public static SplitTerms ofBasisPoints(long commission, long vat) {
        return new SplitTerms(Rational.ofBasisPoints(commission), Rational.ofBasisPoints(vat));
    }

    /// Gross less net, where net = gross ÷ (1 + rate) rounded half up.
    static Money containedVat(Money gross, Rational vatRate) {
        Money net = gross.times(Rational.ONE.dividedBy(Rational.ONE.plus(vatRate)));
        return gross.subtract(net);
    }
}
