package io.databourse.settlement;

import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.settlement.SharingTerms.FixedPart;
import io.databourse.settlement.SharingTerms.Tier;
import io.databourse.settlement.SharingTerms.WeightedPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What partners get. What a charge gives them is the difference of two sums, as with prices: what
/// they get of all that was charged under the terms, with this charge and without it.
///
/// Within a tier parties are rounded half up one after the other, each on what those before it have
/// left, and the provider gets the rest. So a larger sum is never a smaller share for anybody,
/// which the largest remainder does not promise, and every charge moves money one way.
final class Sharing {
    private Sharing() {}

    /// @param shares of which the merchant's part is what is shared
    /// @param before what was charged under the terms so far
    static Shares share(Shares shares, SharingTerms terms, Sum before, long units) {
        long pool = shares.merchant().minor();
        Map<Partner, Long> was = sums(terms, before);
        Map<Partner, Long> is = sums(terms, before.plus(pool, units));
        List<PartnerShare> partners = new ArrayList<>();
        long given = 0;
        for (var each : is.entrySet()) {
            long amount = each.getValue() - was.getOrDefault(each.getKey(), 0L);
            given += amount;
            partners.add(
                    new PartnerShare(
                            each.getKey().party,
                            each.getKey().role,
                            money(amount, shares.gross().currency())));
        }
        return new Shares(
                shares.gross(),
                money(pool - given, shares.gross().currency()),
                partners,
                shares.feeNet(),
                shares.feeVat());
    }

    /// What each partner gets of a sum.
    static Map<Partner, Long> sums(SharingTerms terms, Sum sum) {
        Map<Partner, Long> sums = new LinkedHashMap<>();
        long left = sum.pool;
        for (FixedPart part : terms.fixed()) {
            long amount = Math.multiplyExact(part.amount().minor(), sum.units);
            sums.merge(new Partner(part.party(), part.role()), amount, Math::addExact);
            left -= amount;
        }
        for (Tier tier : terms.tiers()) {
            long most = tier.size().map(Money::minor).orElse(Long.MAX_VALUE);
            long within = Math.min(Math.max(left, 0), most);
            fill(tier, within, sums);
            left -= within;
        }
        return sums;
    }

    private static void fill(Tier tier, long amount, Map<Partner, Long> sums) {
        Rational weights = tier.ownWeight();
        for (WeightedPart part : tier.parts()) {
            weights = weights.plus(part.value());
        }
        long left = amount;
        for (WeightedPart part : tier.parts()) {
            Rational weight = part.value();
            long share =
                    weight.signum() == 0
                            ? 0
                            : weight.times(Rational.of(left)).dividedBy(weights).roundHalfUp();
            sums.merge(new Partner(part.party(), part.role()), share, Math::addExact);
            left -= share;
            weights = weights.plus(weight.times(Rational.of(-1)));
        }
    }

    private static Money money(long minor, CurrencyCode currency) {
        return Money.ofMinor(minor, currency);
    }

    record Partner(MerchantId party, PartnerRole role) {}

    /// What was charged under some terms.
    ///
    /// @param pool the gross less the exchange's commission, in fen
    record Sum(long pool, long units) {
        Sum plus(long more, long moreUnits) {
            return new Sum(Math.addExact(pool, more), Math.addExact(units, moreUnits));
        }
    }
}
