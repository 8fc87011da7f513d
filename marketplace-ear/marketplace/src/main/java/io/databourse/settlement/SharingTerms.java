package io.databourse.settlement;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.util.List;
import java.util.Optional;

/// How the provider of a contract shares its part of the price, 分润条款: the gross less the exchange's
/// commission. First each unit's fixed amounts are taken; what is left fills the tiers one after
/// the other, and within a tier goes by weights.
///
/// Percent is one tier without an end; a waterfall, 瀑布, has several; shares by contribution, such
/// as Shapley values, are weights.
public record SharingTerms(List<FixedPart> fixed, List<Tier> tiers) {
    public SharingTerms {
        fixed = List.copyOf(fixed);
        tiers = List.copyOf(tiers);
    }

    /// An amount for each unit of the contract's quota.
    public record FixedPart(MerchantId party, PartnerRole role, Money amount) {}

    /// A stretch of the contract's revenue.
    ///
    /// @param size how much of it; the last tier has no end
    /// @param own the provider's own weight, a decimal
    /// @param parts the others, in the order in which they are rounded
    public record Tier(Optional<Money> size, String own, List<WeightedPart> parts) {
        public Tier {
            parts = List.copyOf(parts);
        }

        Rational ownWeight() {
            return Rational.parse(own);
        }
    }

    /// @param weight a decimal, such as `0.25` or `25`: what counts is its part of all weights
    public record WeightedPart(MerchantId party, PartnerRole role, String weight) {
        Rational value() {
            return Rational.parse(weight);
        }
    }
}
