package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sharing terms of contracts: the provider sets them for what is charged from then on.
@ApplicationScoped
@Transactional
public class SharingService {
    private final JpaSharings store;
    private final JpaRatings ratings;
    private final SharingRules rules;
    private final ContractService contracts;
    private final MerchantService merchants;
    private final Event<SharingEvent> events;
    private final Clock clock;

    @Inject
    SharingService(
            JpaSharings store,
            JpaRatings ratings,
            SharingRules rules,
            ContractService contracts,
            MerchantService merchants,
            Event<SharingEvent> events,
            Clock clock) {
        this.store = store;
        this.ratings = ratings;
        this.rules = rules;
        this.contracts = contracts;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    /// Sets the terms of a contract of which the caller's organisation is the provider. What was
    /// charged before stays as it was shared.
    public SharingTerms agree(Caller caller, ContractId id, SharingTerms terms) {
        set(own(caller, id), terms, Optional.empty());
        return terms;
    }

    /// Sets terms that follow from what each party contributes. Utilities, seed and values are kept
    /// and go into the evidence log, so that every party can compute its share again.
    public ContributionShares agree(Caller caller, ContractId id, ContributionTerms terms) {
        Contract contract = own(caller, id);
        ContributionShares shares = SharingRules.compute(terms);
        set(contract, shares.sharing(), Optional.of(shares));
        return shares;
    }

    private Contract own(Caller caller, ContractId id) {
        caller.require(Role.MERCHANT);
        MerchantId own = merchants.requireActiveOrganisation(caller).id();
        Contract contract = contracts.find(caller, id);
        if (!contract.provider().equals(own)) {
            throw Refusal.of(ErrorCode.FORBIDDEN, "Only the provider of %s shares it.", id);
        }
        return contract;
    }

    private void set(
            Contract contract, SharingTerms terms, Optional<ContributionShares> contribution) {
        List<FieldError> errors = rules.check(terms, contract);
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        ContractId id = contract.id();
        ratings.lock(List.of(id));
        int version = store.current(id).map(JpaSharings.Agreed::version).orElse(0) + 1;
        Instant now = clock.instant();
        store.insert(new JpaSharings.Agreed(id, version, terms, new Sharing.Sum(0, 0)), now);
        contribution.ifPresent(shares -> store.insert(id, version, shares));
        events.fire(
                new SharingEvent.Agreed(
                        id, contract.provider(), version, terms, contribution, now));
    }

    /// The terms that count now; the buyer of the contract does not see them.
    public Optional<SharingTerms> find(Caller caller, ContractId id) {
        return current(caller, id).map(JpaSharings.Agreed::terms);
    }

    /// What the terms that count now were computed from, if they go by contribution.
    public Optional<ContributionShares> contribution(Caller caller, ContractId id) {
        return current(caller, id).flatMap(agreed -> store.contribution(id, agreed.version()));
    }

    private Optional<JpaSharings.Agreed> current(Caller caller, ContractId id) {
        boolean mayRead =
                caller.has(Role.OPERATOR, Role.REGULATOR)
                        || merchants
                                .organisationOf(caller)
                                .filter(own -> concerns(own.id(), id))
                                .isPresent();
        if (!mayRead) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "There is no contract %s of yours.", id);
        }
        return store.current(id);
    }

    private boolean concerns(MerchantId own, ContractId id) {
        return contracts.find(Caller.system(), id).provider().equals(own)
                || store.current(id)
                        .filter(agreed -> SharingRules.partners(agreed.terms()).contains(own))
                        .isPresent();
    }
}
