package io.databourse.settlement;

import io.databourse.money.Rational;
import io.databourse.pricing.share.NegativeRule;
import io.databourse.pricing.share.Sampling;
import io.databourse.pricing.share.UtilityTable;
import io.databourse.settlement.SharingTerms.FixedPart;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// That a contract's revenue goes by what each party contributes to its product, 按贡献分配: after the
/// fixed amounts in proportion to the Shapley values.
///
/// @param partners the parties besides the provider. The provider is party 0, these are 1 and on;
///   the fen are rounded in this order, the provider's last
/// @param utilities what parties are worth together, by coalition such as `0+2`: of every
///   coalition, or of those that the drawn orders meet
/// @param sampling how orders are drawn where there are more than 15 parties
/// @param negative what becomes of a party that makes the product worse
public record ContributionTerms(
        List<FixedPart> fixed,
        List<Partner> partners,
        Map<String, Rational> utilities,
        Optional<Sampling> sampling,
        NegativeRule negative) {
    public ContributionTerms {
        fixed = List.copyOf(fixed);
        partners = List.copyOf(partners);
        // In one order, so that the same terms are the same text.
        utilities = Collections.unmodifiableMap(new TreeMap<>(utilities));
    }

    UtilityTable table() {
        return UtilityTable.of(partners.size() + 1, utilities);
    }
}
