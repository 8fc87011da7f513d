package io.databourse.contract;

import io.databourse.membership.NodeId;
import io.databourse.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the buyer wants to be allowed, within the listing's terms.
///
/// @param minimumResultSize not below the listing's
/// @param consumerNode the buyer's node that will take part in the jobs
/// @param providerReceives whether the provider receives results as well, each side of its own rows
public record ContractRequest(
        OrderId orderId,
        List<String> purposes,
        Instant notAfter,
        int minimumResultSize,
        NodeId consumerNode,
        Optional<Boolean> providerReceives) {
    public ContractRequest {
        purposes = List.copyOf(purposes);
    }

    public ContractRequest(
            OrderId orderId,
            List<String> purposes,
            Instant notAfter,
            int minimumResultSize,
            NodeId consumerNode) {
        this(orderId, purposes, notAfter, minimumResultSize, consumerNode, Optional.empty());
    }
}
