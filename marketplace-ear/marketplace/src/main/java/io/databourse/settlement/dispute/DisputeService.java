package io.databourse.settlement.dispute;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.money.Money;
import io.databourse.settlement.JpaApprovals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Disputes: a buyer objects, the amount is held and the evidence collected; an operator decides,
/// two of them above the threshold, and the decision is booked, once.
@ApplicationScoped
@Transactional
public class DisputeService {
    private final JpaDisputes store;
    private final DisputeOpening opening;
    private final DisputeMoney money;
    private final JpaApprovals approvals;
    private final MerchantService merchants;
    private final Event<DisputeEvent> events;
    private final Clock clock;

    @Inject
    DisputeService(
            JpaDisputes store,
            DisputeOpening opening,
            DisputeMoney money,
            JpaApprovals approvals,
            MerchantService merchants,
            Event<DisputeEvent> events,
            Clock clock) {
        this.store = store;
        this.opening = opening;
        this.money = money;
        this.approvals = approvals;
        this.merchants = merchants;
        this.events = events;
        this.clock = clock;
    }

    /// Holds the amount until the dispute is over.
    public Dispute open(Caller caller, DisputeRequest request) {
        caller.require(Role.BUYER);
        MerchantId buyer = merchants.requireActiveOrganisation(caller).id();
        Dispute dispute = opening.open(buyer, request);
        events.fire(
                new DisputeEvent.Opened(
                        dispute.id(),
                        dispute.contractId(),
                        dispute.consumer(),
                        dispute.provider(),
                        dispute.charges(),
                        dispute.amount(),
                        dispute.reason(),
                        dispute.evidence(),
                        dispute.openedAt()));
        return dispute;
    }

    /// The buyer thinks better of it: everybody gets back what was held.
    public Dispute withdraw(Caller caller, DisputeId id) {
        caller.require(Role.BUYER);
        MerchantId buyer = merchants.requireActiveOrganisation(caller).id();
        DisputeRow row = lock(id);
        if (!row.consumer.equals(buyer.value())) {
            throw notFound(id);
        }
        return end(row, DisputeState.WITHDRAWN, Money.zero(row.currency), "withdrawn");
    }

    /// Decides, or proposes a decision; two operators have to decide the same if much is at stake.
    public Dispute decide(Caller caller, DisputeId id, DisputeDecision decision) {
        caller.require(Role.OPERATOR);
        String reason = RefundService.reason(decision.reason());
        DisputeRow row = lock(id);
        Money award = award(decision, Money.ofMinor(row.amount, row.currency));
        int agreed = approvals.approve(caller, row.id, decision.outcome() + " " + award.amount());
        if (agreed >= row.approvalsNeeded) {
            return end(row, decision.outcome(), award, reason);
        }
        row.state = DisputeState.PROPOSED;
        propose(row, decision.outcome(), award, reason);
        return store.withCharges(row);
    }

    public Dispute find(Caller caller, DisputeId id) {
        return store.find(id)
                .filter(dispute ->
                        DisputeReaders.mayRead(
                                caller, merchants, dispute.consumer(), dispute.provider()))
                .orElseThrow(() -> notFound(id));
    }

    /// Of one's own purchases and sales, newest first; all for operator and regulator.
    public Page<Dispute> list(Caller caller, PageRequest page) {
        return Page.cut(
                store.list(DisputeReaders.party(caller, merchants), page),
                page,
                dispute -> dispute.id().value());
    }

    private DisputeRow lock(DisputeId id) {
        DisputeRow row = store.lock(id).orElseThrow(() -> notFound(id));
        if (!row.state.isOpen()) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "%s is %s.", id, row.state);
        }
        return row;
    }

    private Dispute end(DisputeRow row, DisputeState state, Money award, String reason) {
        Instant now = clock.instant();
        money.settle(row, store.heldBy(row), award, now);
        row.state = state;
        propose(row, state, award, reason);
        row.decidedAt = now;
        store.release(row);
        events.fire(
                new DisputeEvent.Ended(
                        new DisputeId(row.id),
                        new ContractId(row.contractId),
                        new MerchantId(row.consumer),
                        new MerchantId(row.provider),
                        state,
                        award,
                        reason,
                        now));
        return store.withCharges(row);
    }

    private static void propose(DisputeRow row, DisputeState outcome, Money award, String reason) {
        row.outcome = outcome;
        row.award = award.minor();
        row.decisionReason = reason;
    }

    private static Money award(DisputeDecision decision, Money held) {
        return switch (decision.outcome()) {
            case UPHELD -> held;
            case REJECTED -> Money.zero(held.currency());
            case PARTIAL -> {
                Money award = decision.award().orElse(Money.zero(held.currency()));
                if (!award.isPositive() || award.compareTo(held) >= 0) {
                    throw Refusal.invalid(
                            List.of(
                                    new FieldError(
                                            "/award",
                                            "is " + award,
                                            "more than zero, less than " + held)));
                }
                yield award;
            }
            case OPEN, PROPOSED, WITHDRAWN ->
                    throw Refusal.invalid(
                            List.of(
                                    new FieldError(
                                            "/outcome",
                                            "is " + decision.outcome(),
                                            "UPHELD, PARTIAL or REJECTED")));
        };
    }

    private static Refusal notFound(DisputeId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no dispute %s.", id);
    }
}
