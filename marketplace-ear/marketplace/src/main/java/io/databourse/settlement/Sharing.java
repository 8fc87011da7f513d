package io.databourse.settlement;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.share.Rounding;
import io.databourse.settlement.SharingTerms.FixedPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What partners get. What a charge gives them is the difference of two sums, as with prices: what
/// they get of all that was charged under the terms, with this charge and without it.
///
/// Parties are rounded one after the other, and the provider gets the rest. So a larger sum is
/// never a smaller share for anybody, which the largest remainder does not promise, and every
/// charge moves money one way.
final class Sharing {
    private Sharing() {}

    /// @param shares of which the merchant's part is what is shared
    /// @param before what was charged under the terms so far
    static Shares share(Shares shares, SharingTerms terms, Sum before, long units) {
        long pool = shares.merchant().minor();
        CurrencyCode currency = shares.gross().currency();
        Map<Partner, Long> was = sums(terms, before, currency);
        Map<Partner, Long> is = sums(terms, before.plus(pool, units), currency);
        List<PartnerShare> partners = new ArrayList<>();
        long given = 0;
        for (var each : is.entrySet()) {
            long amount = each.getValue() - was.getOrDefault(each.getKey(), 0L);
            given += amount;
            partners.add(
                    new PartnerShare(
                            each.getKey().party(), each.getKey().role(), money(amount, currency)));
        }
        return new Shares(
                shares.gross(),
                money(pool - given, currency),
                partners,
                shares.feeNet(),
                shares.feeVat());
    }

    /// What each partner gets of a sum.
    static Map<Partner, Long> sums(SharingTerms terms, Sum sum, CurrencyCode currency) {
        Map<Partner, Long> sums = new LinkedHashMap<>();
        long left = sum.pool;
        for (FixedPart part : terms.fixed()) {
            long amount = Math.multiplyExact(part.amount().minor(), sum.units);
            sums.merge(new Partner(part.party(), part.role()), amount, Math::addExact);
            left -= amount;
        }
        List<Money> shares =
                terms.waterfall().split(money(Math.max(left, 0), currency), Rounding.IN_TURN);
        List<Partner> order = terms.weighted();
        for (int i = 0; i < order.size(); i++) {
            sums.merge(order.get(i), shares.get(i).minor(), Math::addExact);
        }
        return sums;
    }

    private static Money money(long minor, CurrencyCode currency) {
        return Money.ofMinor(minor, currency);
    }

    /// What was charged under some terms.
    ///
    /// @param pool the gross less the exchange's commission, in fen
    record Sum(long pool, long units) {
        Sum plus(long more, long moreUnits) {
            return new Sum(Math.addExact(pool, more), Math.addExact(units, moreUnits));
        }
    }
}
