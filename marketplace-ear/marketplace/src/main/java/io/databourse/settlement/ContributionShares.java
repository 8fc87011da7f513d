package io.databourse.settlement;

import io.databourse.money.Rational;
import io.databourse.pricing.share.Contribution;
import io.databourse.settlement.SharingTerms.Tier;
import io.databourse.settlement.SharingTerms.WeightedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shares by contribution, and all that they were computed from.
///
/// @param values what each party contributed, exact fractions, the provider first
/// @param parts of what is shared, exact fractions that add up to 1
public record ContributionShares(ContributionTerms terms, List<String> values, List<String> parts) {
    public ContributionShares {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
    }

    /// @throws IllegalArgumentException if a utility is missing, somebody would have to pay, or
    ///   nothing was contributed
    static ContributionShares of(ContributionTerms terms) {
        Contribution contribution = Contribution.of(terms.table(), terms.sampling());
        return new ContributionShares(
                terms, texts(contribution.values()), texts(contribution.payable(terms.negative())));
    }

    SharingTerms sharing() {
        List<WeightedPart> weighted = new ArrayList<>();
        for (int i = 0; i < terms.partners().size(); i++) {
            Partner partner = terms.partners().get(i);
            weighted.add(new WeightedPart(partner.party(), partner.role(), parts.get(i + 1)));
        }
        return new SharingTerms(
                terms.fixed(), List.of(new Tier(Optional.empty(), parts.getFirst(), weighted)));
    }

    private static List<String> texts(List<Rational> values) {
        return values.stream().map(Rational::toString).toList();
    }
}
