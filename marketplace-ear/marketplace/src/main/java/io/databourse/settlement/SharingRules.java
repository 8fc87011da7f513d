package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.contract.SupplementEvent;
import io.databourse.contract.SupplementService;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.merchant.MerchantState;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.SplitTerms;
import io.databourse.settlement.SharingTerms.Tier;
import io.databourse.settlement.SharingTerms.WeightedPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What sharing terms have to be so that every charge can be shared by them.
@ApplicationScoped
class SharingRules {
    private static final int MOST = 20;

    /// Gross and commission are rounded each: so many fen a unit may be missing at most.
    private static final long ROUNDING = 2;

    private final MerchantService merchants;
    private final JpaTerms terms;
    private final JpaSharings sharings;
    private final ContractService contracts;
    private final SupplementService supplements;

    @Inject
    SharingRules(
            MerchantService merchants,
            JpaTerms terms,
            JpaSharings sharings,
            ContractService contracts,
            SupplementService supplements) {
        this.merchants = merchants;
        this.terms = terms;
        this.sharings = sharings;
        this.contracts = contracts;
        this.supplements = supplements;
    }

    static Set<MerchantId> partners(SharingTerms terms) {
        Set<MerchantId> partners = new LinkedHashSet<>();
        terms.fixed().forEach(part -> partners.add(part.party()));
        terms.tiers().forEach(tier -> tier.parts().forEach(part -> partners.add(part.party())));
        return partners;
    }

    /// Computes shares by contribution.
    static ContributionShares compute(ContributionTerms terms) {
        int parties = terms.partners().size() + 1;
        if (parties > MOST) {
            throw refuse("/partners", "are " + (parties - 1), "at most " + (MOST - 1));
        }
        try {
            return ContributionShares.of(terms);
        } catch (IllegalArgumentException wrong) {
            throw refuse("/utilities", "give no shares: " + wrong.getMessage(), "");
        }
    }

    private static Refusal refuse(String pointer, String problem, String allowed) {
        return Refusal.invalid(List.of(new FieldError(pointer, problem, allowed)));
    }

    List<FieldError> check(SharingTerms sharing, Contract contract) {
        List<FieldError> errors = shape(sharing, contract.price().currency());
        if (!errors.isEmpty()) {
            return errors;
        }
        fixed(errors, sharing, contract);
        for (MerchantId partner : partners(sharing)) {
            if (!isPartner(partner, contract)) {
                errors.add(
                        new FieldError(
                                "/tiers",
                                "name " + partner,
                                "active merchants that are not a side of the contract"));
            }
        }
        return errors;
    }

    /// What is wrong with terms whatever the contract.
    static List<FieldError> shape(SharingTerms sharing, CurrencyCode currency) {
        List<FieldError> errors = new ArrayList<>();
        if (amounts(sharing).anyMatch(amount -> amount.currency() != currency)) {
            errors.add(new FieldError("", "names another currency", currency.name()));
            return errors;
        }
        if (sharing.fixed().stream().anyMatch(part -> !part.amount().isPositive())) {
            errors.add(new FieldError("/fixed", "has an amount of nothing", "more than nothing"));
        }
        if (sharing.tiers().isEmpty() || sharing.tiers().size() > MOST) {
            errors.add(new FieldError("/tiers", "are " + sharing.tiers().size(), "1 to " + MOST));
        }
        for (int i = 0; i < sharing.tiers().size(); i++) {
            boolean last = i == sharing.tiers().size() - 1;
            tier(errors, "/tiers/" + i, sharing.tiers().get(i), last);
        }
        return errors;
    }

    private static Stream<Money> amounts(SharingTerms sharing) {
        return Stream.concat(
                sharing.fixed().stream().map(SharingTerms.FixedPart::amount),
                sharing.tiers().stream().flatMap(tier -> tier.size().stream()));
    }

    private void fixed(List<FieldError> errors, SharingTerms sharing, Contract contract) {
        Money each = Money.zero(contract.price().currency());
        for (SharingTerms.FixedPart part : sharing.fixed()) {
            each = each.add(part.amount());
        }
        LocalDate drafted = LocalDate.ofInstant(contract.createdAt(), SettlementService.ZONE);
        SplitTerms split = terms.on(drafted);
        Rational kept = Rational.ONE.plus(split.commissionRate().times(Rational.of(-1)));
        long unit = cheapest(contract).times(kept).floor() - ROUNDING;
        if (each.minor() > Math.max(0, unit)) {
            errors.add(
                    new FieldError(
                            "/fixed",
                            "takes " + each + " of a unit",
                            "at most " + Money.ofMinor(Math.max(0, unit), each.currency())));
        }
    }

    /// Units that cost less than the partners' fixed parts could not be shared.
    void whenDrafted(@Observes SupplementEvent.Drafted event) {
        Contract contract = contracts.find(Caller.system(), event.contractId());
        List<FieldError> errors = new ArrayList<>();
        sharings.current(contract.id())
                .ifPresent(agreed -> fixed(errors, agreed.terms(), contract));
        if (!errors.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "A unit would cost less than the provider has promised to its partners.");
        }
    }

    /// What a unit of the contract costs at least, in fen, or will when all have signed.
    private Rational cheapest(Contract contract) {
        Rational first = Rational.of(contract.price().minor(), contract.units());
        return supplements.list(Caller.system(), contract.id()).stream()
                .filter(added -> added.state() != ContractState.TERMINATED)
                .map(added -> Rational.of(added.price().minor(), added.units()))
                .reduce(first, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    private static void tier(List<FieldError> errors, String pointer, Tier tier, boolean last) {
        if (tier.size().isPresent() == last) {
            errors.add(
                    new FieldError(
                            pointer + "/size",
                            last ? "ends" : "is missing",
                            "every tier but the last ends"));
        }
        if (tier.size().filter(size -> !size.isPositive()).isPresent()) {
            errors.add(new FieldError(pointer + "/size", "is nothing", "more than nothing"));
        }
        Set<Partner> seen = new HashSet<>();
        for (WeightedPart part : tier.parts()) {
            if (!seen.add(part.partner())) {
                errors.add(new FieldError(pointer + "/parts", "name one twice", "each once"));
            }
        }
        try {
            Rational sum = tier.ownWeight();
            boolean negative = sum.signum() < 0;
            for (WeightedPart part : tier.parts()) {
                negative |= part.value().signum() < 0;
                sum = sum.plus(part.value());
            }
            if (negative || sum.signum() <= 0) {
                errors.add(
                        new FieldError(
                                pointer, "has weights below nothing, or none", "0 and more"));
            }
        } catch (IllegalArgumentException noNumber) {
            errors.add(
                    new FieldError(
                            pointer, "has a weight that is no number", "such as 0.25 or 1/4"));
        }
    }

    private boolean isPartner(MerchantId party, Contract contract) {
        if (contract.concerns(party)) {
            return false;
        }
        try {
            return merchants.find(Caller.system(), party).state() == MerchantState.ACTIVE;
        } catch (Refusal unknown) {
            return false;
        }
    }
}
