package io.databourse.settlement.dispute;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.money.Money;
import io.databourse.settlement.Charge;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.JpaApprovals;
import io.databourse.settlement.PartyMoney;
import io.databourse.settlement.Refunding;
import io.databourse.settlement.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Refunds without a dispute, that operators grant by themselves or when they are asked: whole or
/// in part, pro rata by all who got some of the charge, the exchange among them.
@ApplicationScoped
@Transactional
public class RefundService {
    private static final String WHAT = "refund";

    private final JpaRefunds store;
    private final JpaDisputes disputes;
    private final Refunding refunding;
    private final PartyMoney money;
    private final JpaApprovals approvals;
    private final MerchantService merchants;
    private final Clock clock;

    @Inject
    RefundService(
            JpaRefunds store,
            JpaDisputes disputes,
            Refunding refunding,
            PartyMoney money,
            JpaApprovals approvals,
            MerchantService merchants,
            Clock clock) {
        this.store = store;
        this.disputes = disputes;
        this.refunding = refunding;
        this.money = money;
        this.approvals = approvals;
        this.merchants = merchants;
        this.clock = clock;
    }

    /// Posts the refund, or proposes it to a second operator if it is above the threshold.
    public Refund refund(Caller caller, RefundRequest request) {
        caller.require(Role.OPERATOR);
        Charge charge = refunding.lock(request.chargeId());
        Money most = refundable(charge);
        Money amount = request.amount().orElse(most);
        requireRefundable(amount, most);
        RefundRow row = row(charge, amount, reason(request.reason()));
        store.insert(row);
        approvals.approve(caller, row.id, WHAT);
        if (row.approvalsNeeded == 1) {
            post(row, charge);
        }
        return row.toRefund();
    }

    /// Asks the operators for a refund, as the charge's buyer or provider. Nothing is held for it.
    public Refund ask(Caller caller, RefundRequest request) {
        caller.require(Role.BUYER, Role.MERCHANT);
        MerchantId own = merchants.requireActiveOrganisation(caller).id();
        Charge charge = refunding.lock(request.chargeId());
        if (!charge.consumer().equals(own) && !charge.provider().equals(own)) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "There is no charge %s.", request.chargeId());
        }
        if (store.isAskedFor(charge.id())) {
            throw Refusal.of(
                    ErrorCode.DUPLICATE, "A refund of %s was asked for already.", charge.id());
        }
        Money most = refundable(charge);
        Money amount = request.amount().orElse(most);
        requireRefundable(amount, most);
        RefundRow row = row(charge, amount, reason(request.reason()));
        row.state = RefundState.ASKED;
        row.askedBy = own.value();
        store.insert(row);
        return row.toRefund();
    }

    /// An operator's no.
    public Refund decline(Caller caller, RefundId id, String reason) {
        caller.require(Role.OPERATOR);
        RefundRow row = open(id);
        row.state = RefundState.DECLINED;
        row.decisionReason = reason(reason);
        row.decidedAt = clock.instant();
        return row.toRefund();
    }

    /// An operator's word for what was asked, or a second one's for what was proposed.
    public Refund approve(Caller caller, RefundId id) {
        caller.require(Role.OPERATOR);
        RefundRow row = open(id);
        row.state = RefundState.PROPOSED;
        if (approvals.approve(caller, row.id, WHAT) >= row.approvalsNeeded) {
            Charge charge = refunding.lock(new ChargeId(row.chargeId));
            requireRefundable(row.money(), refundable(charge));
            post(row, charge);
        }
        return row.toRefund();
    }

    private RefundRow open(RefundId id) {
        RefundRow row = store.lock(id).orElseThrow(() -> notFound(id));
        if (!row.state.isOpen()) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "%s is %s.", id, row.state);
        }
        return row;
    }

    public Refund find(Caller caller, RefundId id) {
        return store.find(id)
                .map(RefundRow::toRefund)
                .filter(refund ->
                        DisputeReaders.mayRead(
                                caller, merchants, refund.consumer(), refund.provider()))
                .orElseThrow(() -> notFound(id));
    }

    /// Of one's own purchases and sales, newest first; all for operator and regulator.
    public Page<Refund> list(Caller caller, PageRequest page) {
        Optional<MerchantId> party = DisputeReaders.party(caller, merchants);
        return Page.cut(store.list(party, page), page, row -> row.id).map(RefundRow::toRefund);
    }

    private void post(RefundRow row, Charge charge) {
        Shares part = refunding.remaining(charge).part(row.money());
        row.state = RefundState.POSTED;
        row.postedAt = clock.instant();
        refunding.post(
                new RefundId(row.id).charge(),
                charge,
                part,
                money.takeBack(part, charge.provider()),
                row.postedAt);
    }

    /// What is in dispute is for the dispute to give back.
    private Money refundable(Charge charge) {
        return refunding.remaining(charge).gross().subtract(disputes.heldOf(charge.id()));
    }

    private static void requireRefundable(Money amount, Money most) {
        if (!amount.isPositive() || amount.compareTo(most) > 0) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/amount", "is " + amount, "more than zero, to " + most)));
        }
    }

    static String reason(String text) {
        if (text.isBlank()) {
            throw Refusal.invalid(List.of(new FieldError("/reason", "is missing", "why")));
        }
        return text.strip();
    }

    private RefundRow row(Charge charge, Money amount, String reason) {
        RefundRow row = new RefundRow();
        row.id = RefundId.next().value();
        row.chargeId = charge.id().value();
        row.contractId = charge.contractId().value();
        row.consumer = charge.consumer().value();
        row.provider = charge.provider().value();
        row.currency = amount.currency();
        row.amount = amount.minor();
        row.reason = reason;
        row.approvalsNeeded = JpaApprovals.needed(amount);
        row.proposedAt = clock.instant();
        return row;
    }

    private static Refusal notFound(RefundId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no refund %s.", id);
    }
}
