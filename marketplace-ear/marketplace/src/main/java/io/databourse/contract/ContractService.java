package io.databourse.contract;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
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
import java.util.Optional;

/// Contracts from the draft to the end.
@ApplicationScoped
@Transactional
public class ContractService {
    private final JpaContractStore store;
    private final JpaSupplementStore supplements;
    private final ContractDrafts drafts;
    private final ContractSigning signing;
    private final OrderService orders;
    private final MerchantService merchants;
    private final Event<ContractEvent> events;
    private final Clock clock;

    @Inject
    ContractService(
            JpaContractStore store,
            JpaSupplementStore supplements,
            ContractDrafts drafts,
            ContractSigning signing,
            OrderService orders,
            MerchantService merchants,
            Event<ContractEvent> events,
            Clock clock) {
        this.store = store;
        this.supplements = supplements;
        this.drafts = drafts;
        this.signing = signing;
        this.orders = orders;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    /// Writes the document of an order's contract. Its nodes must be active.
    public Contract draft(Caller caller, ContractRequest request) {
        caller.require(Role.BUYER);
        Merchant buyer = merchants.requireActiveOrganisation(caller);
        Order order = orders.find(caller, request.orderId());
        if (!order.buyer().equals(buyer.id())) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "There is no order %s.", request.orderId());
        }
        if (store.hasContract(order.id())) {
            throw Refusal.of(ErrorCode.DUPLICATE, "The order has its contract already.");
        }
        if (supplements.openOf(order.id()).isPresent()) {
            throw Refusal.of(ErrorCode.DUPLICATE, "The order adds to a contract.");
        }
        Contract contract = drafts.draft(caller, request, order, buyer);
        store.insert(contract);
        events.fire(
                new ContractEvent.Drafted(
                        contract.id(),
                        order.id(),
                        contract.provider(),
                        contract.consumer(),
                        contract.documentHash(),
                        contract.createdAt()));
        return contract;
    }

    /// Asks the node of the caller's organisation to sign. The answer comes later.
    public Contract sign(Caller caller, ContractId id) {
        if (!caller.has(Role.BUYER, Role.MERCHANT)) {
            caller.require(Role.BUYER);
        }
        Merchant party = merchants.requireActiveOrganisation(caller);
        Contract contract = locked(id);
        if (!contract.concerns(party.id())) {
            throw notFound(id);
        }
        requireState(contract, ContractState.AWAITING_SIGNATURES);
        if (contract.expired()) {
            throw Refusal.of(
                    ErrorCode.CONTRACT_EXPIRED, "The contract's term ended at %s.", contract.end());
        }
        return signing.request(contract, party.id());
    }

    /// Drops a contract that was not signed by both, and gives the buyer's money back. An active
    /// one ends with its term.
    public Contract terminate(Caller caller, ContractId id, String reason) {
        Merchant party = merchants.requireActiveOrganisation(caller);
        Contract contract = locked(id);
        if (!contract.concerns(party.id())) {
            throw notFound(id);
        }
        requireState(contract, ContractState.AWAITING_SIGNATURES);
        Contract ended = terminated(contract, reason);
        orders.release(contract.orderId());
        return ended;
    }

    /// The contract, to which nobody adds anything until the transaction ends. For later stages.
    public Optional<Contract> hold(ContractId id) {
        return store.lock(id);
    }

    public Contract find(Caller caller, ContractId id) {
        return store.find(id)
                .filter(contract -> mayRead(caller, contract))
                .orElseThrow(() -> notFound(id));
    }

    /// The contracts of the caller's organisation; all for operator and regulator.
    public Page<Contract> list(Caller caller, PageRequest page) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                ? store.all(page)
                : store.of(merchants.requireActiveOrganisation(caller).id(), page);
    }

    /// A cancelled order takes its unsigned contract with it.
    void onCancelled(@Observes OrderEvent.Cancelled event) {
        store.lockByOrder(event.orderId())
                .filter(contract -> contract.state() == ContractState.AWAITING_SIGNATURES)
                .ifPresent(contract -> terminated(contract, "The order was cancelled."));
    }

    private Contract terminated(Contract contract, String reason) {
        Contract ended = contract.with(ContractState.TERMINATED);
        store.update(ended);
        events.fire(
                new ContractEvent.Terminated(
                        contract.id(),
                        contract.provider(),
                        contract.consumer(),
                        reason,
                        clock.instant()));
        return ended;
    }

    private boolean mayRead(Caller caller, Contract contract) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                || merchants
                        .organisationOf(caller)
                        .filter(own -> contract.concerns(own.id()))
                        .isPresent();
    }

    private Contract locked(ContractId id) {
        return store.lock(id).orElseThrow(() -> notFound(id));
    }

    private static void requireState(Contract contract, ContractState state) {
        if (contract.state() != state) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The contract is %s.", contract.state());
        }
    }

    private static Refusal notFound(ContractId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no contract %s.", id);
    }
}
