package io.databourse.settlement;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.pricing.share.Distribution;
import java.util.ArrayList;
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
                withAmounts(partners.stream().map(each -> each.amount().negate()).toList()),
                feeNet.negate(),
                feeVat.negate());
    }

    /// The part of these shares that an amount is, pro rata, to the fen: the largest remainders get
    /// the fen left over, and among equals the first of merchant, partners, commission, VAT.
    ///
    /// @throws IllegalArgumentException if it is more than the gross, or negative
    public Shares part(Money amount) {
        List<Money> paid = new ArrayList<>(List.of(merchant));
        partners.forEach(partner -> paid.add(partner.amount()));
        paid.addAll(List.of(feeNet, feeVat));
        List<Money> parts = new Distribution(gross, paid).refund(amount).shares();
        return new Shares(
                amount,
                parts.getFirst(),
                withAmounts(parts.subList(1, parts.size() - 2)),
                parts.get(parts.size() - 2),
                parts.getLast());
    }

    /// What is left of these shares when others of the same partners are taken away.
    public Shares minus(Shares other) {
        List<Money> left = new ArrayList<>();
        for (PartnerShare mine : partners) {
            left.add(mine.amount().subtract(other.amountOf(mine.party(), mine.role())));
        }
        return new Shares(
                gross.subtract(other.gross),
                merchant.subtract(other.merchant),
                withAmounts(left),
                feeNet.subtract(other.feeNet),
                feeVat.subtract(other.feeVat));
    }

    /// All of them together.
    public static Shares sum(List<Shares> all) {
        Money none = Money.zero(all.getFirst().gross.currency());
        Shares sum = new Shares(none, none, List.of(), none, none);
        for (Shares each : all) {
            sum = sum.plus(each);
        }
        return sum;
    }

    private Shares plus(Shares other) {
        List<PartnerShare> both = new ArrayList<>();
        for (PartnerShare mine : partners) {
            Money amount = mine.amount().add(other.amountOf(mine.party(), mine.role()));
            both.add(new PartnerShare(mine.party(), mine.role(), amount));
        }
        other.partners.stream().filter(each -> !has(each)).forEach(both::add);
        return new Shares(
                gross.add(other.gross),
                merchant.add(other.merchant),
                both,
                feeNet.add(other.feeNet),
                feeVat.add(other.feeVat));
    }

    private boolean has(PartnerShare share) {
        return partners.stream()
                .anyMatch(
                        each -> each.party().equals(share.party()) && each.role() == share.role());
    }

    private Money amountOf(MerchantId party, PartnerRole role) {
        return partners.stream()
                .filter(each -> each.party().equals(party) && each.role() == role)
                .map(PartnerShare::amount)
                .findFirst()
                .orElse(Money.zero(gross.currency()));
    }

    private List<PartnerShare> withAmounts(List<Money> amounts) {
        List<PartnerShare> shares = new ArrayList<>();
        for (int i = 0; i < partners.size(); i++) {
            PartnerShare partner = partners.get(i);
            shares.add(new PartnerShare(partner.party(), partner.role(), amounts.get(i)));
        }
        return shares;
    }
}
