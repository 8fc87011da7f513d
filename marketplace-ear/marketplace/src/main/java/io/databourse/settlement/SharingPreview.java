package io.databourse.settlement;

import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.money.Money;
import java.util.ArrayList;
import java.util.List;

/// Who would get what of all that a contract earns under some terms, to the fen as settlement would
/// share it.
///
/// @param own what stays with the provider
public record SharingPreview(List<PartnerShare> partners, Money own) {
    private static final long MOST_UNITS = 1_000_000_000;

    public SharingPreview {
        partners = List.copyOf(partners);
    }

    /// @param earned the gross less the exchange's commission
    /// @param units of the contract's quota that were used
    public static SharingPreview of(SharingTerms terms, Money earned, long units) {
        List<FieldError> errors = SharingRules.shape(terms, earned.currency());
        if (errors.isEmpty() && (earned.isNegative() || units < 0 || units > MOST_UNITS)) {
            errors.add(new FieldError("", "is about too little or too much", "0 and more"));
        }
        refuseIfAny(errors);
        List<PartnerShare> partners = shares(terms, earned, units);
        Money own = earned;
        for (PartnerShare partner : partners) {
            own = own.subtract(partner.amount());
        }
        if (own.isNegative()) {
            refuseIfAny(List.of(new FieldError("/terms/fixed", "take more than is earned", "")));
        }
        return new SharingPreview(partners, own);
    }

    private static List<PartnerShare> shares(SharingTerms terms, Money earned, long units) {
        List<PartnerShare> partners = new ArrayList<>();
        Sharing.sums(terms, new Sharing.Sum(earned.minor(), units), earned.currency())
                .forEach((partner, minor) ->
                        partners.add(
                                new PartnerShare(
                                        partner.party(),
                                        partner.role(),
                                        Money.ofMinor(minor, earned.currency()))));
        return partners;
    }

    private static void refuseIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
