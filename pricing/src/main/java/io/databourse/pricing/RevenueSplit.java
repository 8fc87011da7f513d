package io.databourse.pricing;

import io.databourse.money.Money;

/// Who gets what of one gross (VAT-inclusive) amount (分账). The three shares add up to the gross,
/// and none is negative.
///
/// The merchant is the seller of its product and owes the VAT on its own share itself; the exchange
/// sells its service, so the VAT in its commission is a line of its own.
public record RevenueSplit(Money gross, Money merchant, Money feeNet, Money feeVat) {
    public RevenueSplit {
        if (!merchant.add(feeNet).add(feeVat).equals(gross)) {
            throw new IllegalArgumentException("the shares do not add up to " + gross);
        }
        if (merchant.isNegative() || feeNet.isNegative() || feeVat.isNegative()) {
            throw new IllegalArgumentException("a share is negative");
        }
    }

    /// The commission is rounded half up to the minor unit, then its net; VAT and the merchant's
    /// share are the differences. A refund splits the positive amount and books it in reverse.
    public static RevenueSplit of(Money gross, SplitTerms terms) {
        if (gross.isNegative()) {
            throw new IllegalArgumentException("the gross is negative: " + gross);
        }
        Money commission = gross.times(terms.commissionRate());
        Money vat = SplitTerms.containedVat(commission, terms.vatRate());
        return new RevenueSplit(gross, gross.subtract(commission), commission.subtract(vat), vat);
    }

    /// The exchange's commission, VAT included.
    public Money commission() {
        return feeNet.add(feeVat);
    }
}
