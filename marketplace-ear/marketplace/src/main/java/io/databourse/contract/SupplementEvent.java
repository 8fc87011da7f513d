package io.databourse.contract;

import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import io.databourse.order.OrderId;
import java.time.Instant;

/// What happened to a supplement.
public sealed interface SupplementEvent {
    SupplementId supplementId();

    ContractId contractId();

    Instant at();

    record Drafted(
            SupplementId supplementId,
            ContractId contractId,
            OrderId orderId,
            MerchantId provider,
            MerchantId consumer,
            String documentHash,
            Instant at)
            implements SupplementEvent {}

    record SignatureRequested(
            SupplementId supplementId,
            ContractId contractId,
            MerchantId party,
            NodeId nodeId,
            String documentHash,
            Instant at)
            implements SupplementEvent {}

    record Signed(
            SupplementId supplementId,
            ContractId contractId,
            MerchantId party,
            NodeId nodeId,
            String documentHash,
            String signature,
            String certificateFingerprint,
            Instant at)
            implements SupplementEvent {}

    record SignatureRefused(
            SupplementId supplementId,
            ContractId contractId,
            MerchantId party,
            NodeId nodeId,
            String reason,
            Instant at)
            implements SupplementEvent {}

    /// Both have signed: its units belong to the contract now.
    record CameIntoForce(
            SupplementId supplementId,
            ContractId contractId,
            OrderId orderId,
            MerchantId provider,
            MerchantId consumer,
            long units,
            Instant validUntil,
            Rollover rollover,
            String documentHash,
            Instant at)
            implements SupplementEvent {}

    record Dropped(
            SupplementId supplementId,
            ContractId contractId,
            MerchantId provider,
            MerchantId consumer,
            String reason,
            Instant at)
            implements SupplementEvent {}
}
