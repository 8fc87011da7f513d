package io.databourse.algorithm;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.crypto.Digest;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// The registry of algorithms. A version's text never changes; what a provider has approved is its
/// hash, so one changed byte is another version with a review of its own.
@ApplicationScoped
@Transactional
public class AlgorithmService {
    private final JpaAlgorithms store;
    private final Submissions submissions;
    private final ContractService contracts;
    private final MerchantService merchants;
    private final Event<AlgorithmEvent> events;
    private final Clock clock;

    @Inject
    AlgorithmService(
            JpaAlgorithms store,
            Submissions submissions,
            ContractService contracts,
            MerchantService merchants,
            Event<AlgorithmEvent> events,
            Clock clock) {
        this.store = store;
        this.submissions = submissions;
        this.contracts = contracts;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    public Algorithm register(Caller caller, NewAlgorithm wish) {
        caller.require(Role.BUYER);
        wish.check();
        Merchant owner = merchants.requireActiveOrganisation(caller);
        if (store.find(owner.id(), wish.name()).isPresent()) {
            throw Refusal.of(ErrorCode.DUPLICATE, "You have an algorithm %s.", wish.name());
        }
        AlgorithmRow row =
                new AlgorithmRow(AlgorithmId.next(), owner.id().value(), wish, clock.instant());
        store.insert(row);
        return store.view(row);
    }

    public Algorithm add(Caller caller, AlgorithmId id, NewVersion wish) {
        wish.check();
        AlgorithmRow algorithm = own(caller, id);
        if (store.version(algorithm.id, wish.version()).isPresent()) {
            throw Refusal.of(
                    ErrorCode.DUPLICATE,
                    "A version %s exists, and versions never change.",
                    wish.version());
        }
        VersionRow row =
                new VersionRow(id, wish, Digest.sha256(wish.bytes()).hex(), clock.instant());
        store.insert(row);
        events.fire(
                new AlgorithmEvent.Registered(
                        id,
                        new MerchantId(algorithm.ownerId),
                        row.version,
                        row.sha256,
                        clock.instant()));
        return store.view(algorithm);
    }

    /// Asks the reviewers of the contract's provider.
    public Algorithm submit(Caller caller, AlgorithmId id, String version, NewSubmission wish) {
        AlgorithmRow algorithm = own(caller, id);
        Contract contract = contracts.find(caller, wish.contractId());
        if (!contract.consumer().value().equals(algorithm.ownerId)) {
            throw Refusal.of(
                    ErrorCode.NOT_FOUND, "You buy under no contract %s.", wish.contractId());
        }
        submissions.submit(algorithm, row(algorithm, version), contract);
        return store.view(algorithm);
    }

    /// The version may not be used newly. What was started with it goes on.
    public Algorithm deprecate(Caller caller, AlgorithmId id, String version) {
        AlgorithmRow algorithm = own(caller, id);
        VersionRow row = row(algorithm, version);
        if (row.deprecatedAt == null) {
            row.deprecatedAt = clock.instant();
            events.fire(
                    new AlgorithmEvent.VersionDeprecated(id, version, row.sha256, clock.instant()));
        }
        return store.view(algorithm);
    }

    /// The caller's organisation's algorithms and those that it is asked to approve.
    public Page<Algorithm> list(Caller caller, PageRequest page) {
        Merchant own = merchants.requireActiveOrganisation(caller);
        return store.of(own.id(), page);
    }

    public Algorithm find(Caller caller, AlgorithmId id) {
        return store.view(readable(caller, id));
    }

    public Script script(Caller caller, AlgorithmId id, String version) {
        AlgorithmRow algorithm = readable(caller, id);
        return submissions.script(algorithm, row(algorithm, version));
    }

    private AlgorithmRow own(Caller caller, AlgorithmId id) {
        caller.require(Role.BUYER);
        MerchantId own = merchants.requireActiveOrganisation(caller).id();
        return store.find(id)
                .filter(row -> row.ownerId.equals(own.value()))
                .orElseThrow(() -> notFound(id));
    }

    private AlgorithmRow readable(Caller caller, AlgorithmId id) {
        MerchantId own = merchants.requireActiveOrganisation(caller).id();
        return store.find(id)
                .filter(row -> row.ownerId.equals(own.value()) || store.isAsked(own, row))
                .orElseThrow(() -> notFound(id));
    }

    private VersionRow row(AlgorithmRow algorithm, String version) {
        return store.version(algorithm.id, version)
                .orElseThrow(() ->
                        Refusal.of(
                                ErrorCode.NOT_FOUND,
                                "The algorithm %s has no version %s.",
                                algorithm.name,
                                version));
    }

    private static Refusal notFound(AlgorithmId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no algorithm %s.", id);
    }
}
