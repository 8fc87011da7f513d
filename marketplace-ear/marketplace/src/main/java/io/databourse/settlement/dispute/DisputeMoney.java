package io.databourse.settlement.dispute;

import io.databourse.ledger.Account;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.money.Split;
import io.databourse.settlement.Charge;
import io.databourse.settlement.Flow;
import io.databourse.settlement.PartyMoney;
import io.databourse.settlement.Refunding;
import io.databourse.settlement.SettlementAccounts;
import io.databourse.settlement.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Moves what is disputed: into an account of the dispute's own, and out of it once.
@ApplicationScoped
class DisputeMoney {
    private final LedgerService ledger;
    private final PartyMoney money;
    private final Refunding refunding;
    private final JpaRefunds refunds;

    @Inject
    DisputeMoney(LedgerService ledger, PartyMoney money, Refunding refunding, JpaRefunds refunds) {
        this.ledger = ledger;
        this.money = money;
        this.refunding = refunding;
        this.refunds = refunds;
    }

    void hold(DisputeRow dispute, List<Held> held) {
        Shares all = Shares.sum(held.stream().map(Held::shares).toList());
        move(
                "dispute-hold:" + dispute.id,
                money.takeBack(all, provider(dispute)),
                List.of(new Flow(account(dispute), all.gross().minor())),
                "DISPUTE_HOLD",
                dispute);
        requireHeld(dispute, dispute.amount);
    }

    /// Gives the award to the buyer and the rest back to those it was taken from.
    void settle(DisputeRow dispute, List<Held> held, Money award, Instant at) {
        List<Money> awards =
                Split.largestRemainder(
                        award,
                        held.stream().mapToLong(each -> each.shares().gross().minor()).toArray());
        List<Shares> released = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            Shares part = held.get(i).shares().part(awards.get(i));
            if (part.gross().isPositive()) {
                refund(dispute, held.get(i), part, at);
            }
            released.add(held.get(i).shares().minus(part));
        }
        Shares rest = Shares.sum(released);
        if (rest.gross().isPositive()) {
            move(
                    "dispute-release:" + dispute.id,
                    List.of(new Flow(account(dispute), rest.gross().minor())),
                    PartyMoney.give(rest, provider(dispute)),
                    "DISPUTE_RELEASE",
                    dispute);
        }
        requireHeld(dispute, 0);
    }

    private void refund(DisputeRow dispute, Held held, Shares part, Instant at) {
        Charge charge = refunding.lock(held.charge());
        RefundRow row = new RefundRow();
        row.id = RefundId.next().value();
        row.chargeId = held.charge().value();
        row.contractId = dispute.contractId;
        row.consumer = dispute.consumer;
        row.provider = dispute.provider;
        row.currency = dispute.currency;
        row.amount = part.gross().minor();
        row.reason = dispute.reason;
        row.disputeId = dispute.id;
        row.state = RefundState.POSTED;
        row.approvalsNeeded = dispute.approvalsNeeded;
        row.proposedAt = at;
        row.postedAt = at;
        refunds.insert(row);
        refunding.post(
                new RefundId(row.id).charge(),
                charge,
                part,
                List.of(new Flow(account(dispute), row.amount)),
                at);
    }

    private void move(
            String key, List<Flow> from, List<Flow> to, String reason, DisputeRow dispute) {
        ledger.postNow(new TransferRequest(key, Flow.legs(from, to), reason, dispute.id));
    }

    /// What is held is what is disputed, at every step.
    private void requireHeld(DisputeRow dispute, long amount) {
        long held = ledger.balance(account(dispute)).posted();
        if (held != amount) {
            throw new IllegalStateException(
                    "%s holds %d, not %d".formatted(dispute.id, held, amount));
        }
    }

    private static MerchantId provider(DisputeRow dispute) {
        return new MerchantId(dispute.provider);
    }

    private static Account account(DisputeRow dispute) {
        return SettlementAccounts.hold(dispute.id, dispute.currency);
    }
}
