package io.databourse.contract;

import io.databourse.membership.NodeId;
import io.databourse.order.OrderId;
import java.time.Instant;
import java.util.List;

/// What the buyer wants to be allowed, within the listing's terms.
///
/// @param minimumResultSize not below the listing's
/// @param consumerNode the buyer's node that will take part in the jobs
public record ContractRequest(
        OrderId orderId,
        List<String> purposes,
        Instant notAfter,
        int minimumResultSize,
        NodeId consumerNode) {
    public ContractRequest {
        purposes = List.copyOf(purposes);
    }
}
