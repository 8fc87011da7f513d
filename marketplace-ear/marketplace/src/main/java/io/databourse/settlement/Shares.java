package io.databourse.settlement;

import io.databourse.money.Money;
import java.util.List;

/// Who gets what of one gross amount, to the fen; all parts of a refund are negative or nothing.
///
/// @param merchant what is the provider's own
/// @param partners what the provider gives to others, in the order of the contract's terms
public record Shares(
        Money gross, Money merchant, List<PartnerShare> partners, Money feeNet, Money feeVat) {
    public Shares {
        partners = List.copyOf(partners);
        Money sum = merchant.add(feeNet).add(feeVat);
        for (PartnerShare partner : partners) {
            sum = sum.add(partner.amount());
        }
        if (!sum.equals(gross)) {
            throw new IllegalArgumentException(
                    "the shares add up to %s, not to %s".formatted(sum, gross));
        }
    }

    public Money partnerTotal() {
        return partners.stream()
                .map(PartnerShare::amount)
                .reduce(Money.zero(gross.currency()), Money::add);
    }

    /// The same amounts the other way.
    public Shares negate() {
        return new Shares(
                gross.negate(),
                merchant.negate(),
                partners.stream()
                        .map(each ->
                                new PartnerShare(each.party(), each.role(), each.amount().negate()))
                        .toList(),
                feeNet.negate(),
                feeVat.negate());
    }
}
