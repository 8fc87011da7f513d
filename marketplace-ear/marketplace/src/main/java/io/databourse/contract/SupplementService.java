package io.databourse.contract;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.catalog.CatalogService;
import io.databourse.crypto.Digest;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.order.Order;
import io.databourse.order.OrderEvent;
import io.databourse.order.OrderService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// More units for a running contract, 续购: from the draft of a supplement to its end. A contract has
/// one that is not signed yet at most, since the next one names it.
@ApplicationScoped
@Transactional
public class SupplementService {
    private final JpaSupplementStore store;
    private final JpaContractStore contracts;
    private final ContractService readers;
    private final SupplementSigning signing;
    private final OrderService orders;
    private final CatalogService catalog;
    private final MerchantService merchants;
    private final Event<SupplementEvent> events;
    private final Clock clock;

    @Inject
    SupplementService(
            JpaSupplementStore store,
            JpaContractStore contracts,
            ContractService readers,
            SupplementSigning signing,
            OrderService orders,
            CatalogService catalog,
            MerchantService merchants,
            Event<SupplementEvent> events,
            Clock clock) {
        this.store = store;
        this.contracts = contracts;
        this.readers = readers;
        this.signing = signing;
        this.orders = orders;
        this.catalog = catalog;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    /// Orders at the quoted price, which sets the money aside, and writes the supplement; both or
    /// neither.
    public Supplement draft(Caller caller, ContractId id, SupplementRequest request) {
        caller.require(Role.BUYER);
        Merchant buyer = merchants.requireActiveOrganisation(caller);
        Contract contract = locked(id);
        if (!contract.consumer().equals(buyer.id())) {
            throw notFound(id);
        }
        SupplementRules.requireRunning(contract);
        if (store.open(id).isPresent()) {
            throw Refusal.of(
                    ErrorCode.DUPLICATE, "A supplement of the contract waits for signatures.");
        }
        Order order = orders.place(caller, request.quoteId());
        // The document says when in whole seconds: people read it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SupplementRules.check(
                contract,
                order,
                catalog.find(order.listingId()).terms(),
                request.validUntil(),
                now);
        Supplement drafted = drafted(contract, order, request, now);
        store.insert(drafted);
        events.fire(
                new SupplementEvent.Drafted(
                        drafted.id(),
                        id,
                        order.id(),
                        contract.provider(),
                        contract.consumer(),
                        drafted.documentHash(),
                        now));
        return drafted;
    }

    private static Supplement drafted(
            Contract contract, Order order, SupplementRequest request, Instant now) {
        SupplementId id = SupplementId.next();
        String document =
                new SupplementDocument(
                                id, contract, order, request.validUntil(), request.rollover(), now)
                        .text();
        return new Supplement(
                id,
                contract.id(),
                order.id(),
                contract.provider(),
                contract.consumer(),
                ContractState.AWAITING_SIGNATURES,
                order.units(),
                order.amount(),
                request.validUntil(),
                request.rollover(),
                document,
                Digest.sm3(document).toString(),
                contract.signatures().stream()
                        .map(each ->
                                PartySignature.open(
                                        each.role(),
                                        each.merchantId(),
                                        each.organisation(),
                                        each.nodeId()))
                        .toList(),
                now);
    }

    /// Asks the node of the caller's organisation to sign. The answer comes later.
    public Supplement sign(Caller caller, ContractId id, SupplementId supplement) {
        Merchant party = party(caller);
        Contract contract = locked(id, party);
        Supplement open = awaiting(id, supplement);
        SupplementRules.requireRunning(contract);
        return signing.request(contract, open, party.id());
    }

    /// Drops a supplement that was not signed by both, and gives the buyer's money back.
    public Supplement drop(Caller caller, ContractId id, SupplementId supplement, String reason) {
        Merchant party = party(caller);
        locked(id, party);
        Supplement dropped = dropped(awaiting(id, supplement), reason);
        orders.release(dropped.orderId());
        return dropped;
    }

    /// All supplements of a contract, the oldest first.
    public List<Supplement> list(Caller caller, ContractId id) {
        return store.of(readers.find(caller, id).id());
    }

    /// The supplements of the caller's organisation that are not signed by both yet.
    public List<Supplement> open(Caller caller) {
        return merchants
                .organisationOf(caller)
                .map(own -> store.openOf(own.id()))
                .orElse(List.of());
    }

    /// A cancelled order takes its unsigned supplement with it.
    void onCancelled(@Observes OrderEvent.Cancelled event) {
        store.openOf(event.orderId())
                .ifPresent(supplement -> dropped(supplement, "The order was cancelled."));
    }

    private Supplement dropped(Supplement supplement, String reason) {
        events.fire(
                new SupplementEvent.Dropped(
                        supplement.id(),
                        supplement.contractId(),
                        supplement.provider(),
                        supplement.consumer(),
                        reason,
                        clock.instant()));
        return store.saved(supplement.with(ContractState.TERMINATED));
    }

    private Merchant party(Caller caller) {
        if (!caller.has(Role.BUYER, Role.MERCHANT)) {
            caller.require(Role.BUYER);
        }
        return merchants.requireActiveOrganisation(caller);
    }

    private Supplement awaiting(ContractId contract, SupplementId id) {
        Supplement supplement =
                store.lock(id)
                        .filter(each -> each.contractId().equals(contract))
                        .orElseThrow(() ->
                                Refusal.of(ErrorCode.NOT_FOUND, "There is no supplement %s.", id));
        if (supplement.state() != ContractState.AWAITING_SIGNATURES) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The supplement is %s.", supplement.state());
        }
        return supplement;
    }

    private Contract locked(ContractId id, Merchant party) {
        Contract contract = locked(id);
        if (!contract.concerns(party.id())) {
            throw notFound(id);
        }
        return contract;
    }

    private Contract locked(ContractId id) {
        return contracts.lock(id).orElseThrow(() -> notFound(id));
    }

    private static Refusal notFound(ContractId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no contract %s.", id);
    }
}
