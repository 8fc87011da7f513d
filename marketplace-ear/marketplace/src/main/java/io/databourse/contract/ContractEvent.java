package io.databourse.contract;

import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import io.databourse.order.OrderId;
import java.time.Instant;

/// What happened to a contract.
public sealed interface ContractEvent {
    ContractId contractId();

    Instant at();

    record Drafted(
            ContractId contractId,
            OrderId orderId,
            MerchantId provider,
            MerchantId consumer,
            String documentHash,
            Instant at)
            implements ContractEvent {}

    record SignatureRequested(
            ContractId contractId, MerchantId party, NodeId nodeId, String documentHash, Instant at)
            implements ContractEvent {}

    record Signed(
            ContractId contractId,
            MerchantId party,
            NodeId nodeId,
            String documentHash,
            String signature,
            String certificateFingerprint,
            Instant at)
            implements ContractEvent {}

    record SignatureRefused(
            ContractId contractId, MerchantId party, NodeId nodeId, String reason, Instant at)
            implements ContractEvent {}

    /// Both have signed. Who grants units for a contract listens to this.
    record Activated(
            ContractId contractId,
            OrderId orderId,
            MerchantId provider,
            MerchantId consumer,
            long units,
            String documentHash,
            Instant at)
            implements ContractEvent {}

    record Terminated(
            ContractId contractId,
            MerchantId provider,
            MerchantId consumer,
            String reason,
            Instant at)
            implements ContractEvent {}
}
