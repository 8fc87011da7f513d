package io.databourse.settlement.dispute;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "settlement_refund")
class RefundRow {
    @Id String id = "";

    @Column(name = "charge_id")
    String chargeId = "";

    @Column(name = "contract_id")
    String contractId = "";

    String consumer = "";
    String provider = "";

    @Enumerated(EnumType.STRING)
    CurrencyCode currency = CurrencyCode.CNY;

    long amount;
    String reason = "";

    @Column(name = "dispute_id")
    @Nullable String disputeId;

    @Enumerated(EnumType.STRING)
    RefundState state = RefundState.PROPOSED;

    @Column(name = "approvals_needed")
    int approvalsNeeded;

    @Column(name = "proposed_at")
    Instant proposedAt = Instant.EPOCH;

    @Column(name = "posted_at")
    @Nullable Instant postedAt;

    @Column(name = "asked_by")
    @Nullable String askedBy;

    @Column(name = "decision_reason")
    @Nullable String decisionReason;

    @Column(name = "decided_at")
    @Nullable Instant decidedAt;

    Money money() {
        return Money.ofMinor(amount, currency);
    }

    Refund toRefund() {
        return new Refund(
                new RefundId(id),
                new ChargeId(chargeId),
                new ContractId(contractId),
                new MerchantId(consumer),
                new MerchantId(provider),
                money(),
                reason,
                Optional.ofNullable(disputeId).map(DisputeId::new),
                state,
                approvalsNeeded,
                proposedAt,
                Optional.ofNullable(postedAt),
                Optional.ofNullable(askedBy).map(MerchantId::new),
                Optional.ofNullable(decisionReason),
                Optional.ofNullable(decidedAt));
    }
}
