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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "settlement_dispute")
class DisputeRow {
    @Id String id = "";

    @Column(name = "contract_id")
    String contractId = "";

    String consumer = "";
    String provider = "";

    @Enumerated(EnumType.STRING)
    CurrencyCode currency = CurrencyCode.CNY;

    long amount;
    String reason = "";

    @Enumerated(EnumType.STRING)
    DisputeState state = DisputeState.OPEN;

    @Column(name = "approvals_needed")
    int approvalsNeeded;

    /// Ids, parted by spaces.
    String evidence = "";

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    @Nullable DisputeState outcome;

    @Nullable Long award;

    @Column(name = "decision_reason")
    @Nullable String decisionReason;

    @Column(name = "decided_at")
    @Nullable Instant decidedAt;

    Dispute toDispute(List<ChargeId> charges) {
        return new Dispute(
                new DisputeId(id),
                new ContractId(contractId),
                new MerchantId(consumer),
                new MerchantId(provider),
                charges,
                Money.ofMinor(amount, currency),
                reason,
                state,
                evidence.isEmpty() ? List.of() : List.of(evidence.split(" ")),
                approvalsNeeded,
                openedAt,
                Optional.ofNullable(outcome),
                Optional.ofNullable(award).map(minor -> Money.ofMinor(minor, currency)),
                Optional.ofNullable(decisionReason),
                Optional.ofNullable(decidedAt));
    }
}
