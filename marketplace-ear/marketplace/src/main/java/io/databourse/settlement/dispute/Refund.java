package io.databourse.settlement.dispute;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import java.time.Instant;
import java.util.Optional;

/// Money given back for one charge, 退款: pro rata by everybody who got some of it.
///
/// @param dispute the dispute that it decides, if any
/// @param askedBy the buyer or provider who asked for it; none if an operator began it
/// @param decisionReason why it was declined
public record Refund(
        RefundId id,
        ChargeId chargeId,
        ContractId contractId,
        MerchantId consumer,
        MerchantId provider,
        Money amount,
        String reason,
        Optional<DisputeId> dispute,
        RefundState state,
        int approvalsNeeded,
        Instant proposedAt,
        Optional<Instant> postedAt,
        Optional<MerchantId> askedBy,
        Optional<String> decisionReason,
        Optional<Instant> decidedAt) {}
