package io.databourse.settlement;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.share.SplitRule.Stage;
import io.databourse.pricing.share.SplitRule.Waterfall;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the provider of a contract shares its part of the price, 分润条款: the gross less the exchange's
/// commission. First each unit's fixed amounts are taken; what is left fills the tiers one after
/// the other, and within a tier goes by weights.
///
/// Percent is one tier without an end; a waterfall, 瀑布, has several; shares by contribution are the
/// weights that follow from [ContributionTerms].
public record SharingTerms(List<FixedPart> fixed, List<Tier> tiers) {
    public SharingTerms {
        fixed = List.copyOf(fixed);
        tiers = List.copyOf(tiers);
    }

    /// Who has a weight, in the order in which the terms first name them; the provider's own comes
    /// after them.
    List<Partner> weighted() {
        return tiers.stream()
                .flatMap(tier -> tier.parts().stream())
                .map(WeightedPart::partner)
                .distinct()
                .toList();
    }

    /// How what is left after the fixed amounts goes to [#weighted] and the provider.
    Waterfall waterfall() {
        List<Partner> order = weighted();
        return new Waterfall(tiers.stream().map(tier -> tier.stage(order)).toList());
    }

    /// An amount for each unit of the contract's quota.
    public record FixedPart(MerchantId party, PartnerRole role, Money amount) {}

    /// A stretch of the contract's revenue.
    ///
    /// @param size how much of it; the last tier has no end
    /// @param own the provider's own weight
    /// @param parts the others; parties are rounded in the order in which the terms first name them
    public record Tier(Optional<Money> size, String own, List<WeightedPart> parts) {
        public Tier {
            parts = List.copyOf(parts);
        }

        Rational ownWeight() {
            return Rational.parseFraction(own);
        }

        private Stage stage(List<Partner> order) {
            Rational[] weights = new Rational[order.size() + 1];
            Arrays.fill(weights, Rational.ZERO);
            for (WeightedPart part : parts) {
                weights[order.indexOf(part.partner())] = part.value();
            }
            weights[order.size()] = ownWeight();
            return new Stage(size, List.of(weights));
        }
    }

    /// @param weight a decimal or a fraction, such as `0.25`, `25` or `1/6`: what counts is its
    ///   part of all weights
    public record WeightedPart(MerchantId party, PartnerRole role, String weight) {
        Partner partner() {
            return new Partner(party, role);
        }

        Rational value() {
            return Rational.parseFraction(weight);
        }
    }
}
