package io.databourse.settlement.dispute;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A buyer's objection to what it was charged, 争议. Its amount is held, by all who got some of it,
/// until it is decided.
///
/// @param evidence the entries of the evidence log about the contract, the jobs and the charges, as
///   they were when it was opened
/// @param outcome what was decided, or proposed by a first operator
/// @param award what the buyer gets back by that
public record Dispute(
        DisputeId id,
        ContractId contractId,
        MerchantId consumer,
        MerchantId provider,
        List<ChargeId> charges,
        Money amount,
        String reason,
        DisputeState state,
        List<String> evidence,
        int approvalsNeeded,
        Instant openedAt,
        Optional<DisputeState> outcome,
        Optional<Money> award,
        Optional<String> decisionReason,
        Optional<Instant> decidedAt) {
    public Dispute {
        charges = List.copyOf(charges);
        evidence = List.copyOf(evidence);
    }
}
