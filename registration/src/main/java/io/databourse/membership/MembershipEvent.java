package io.databourse.membership;

import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/// What happens in the network of nodes.
public sealed interface MembershipEvent {
    NodeId nodeId();

    Optional<MerchantId> owner();

    Instant at();

    record Invited(NodeId nodeId, Optional<MerchantId> owner, Instant at)
            implements MembershipEvent {}

    record EnrolmentRequested(
            NodeId nodeId,
            Optional<MerchantId> owner,
            String signingKeyFingerprint,
            String channelKeyFingerprint,
            Instant at)
            implements MembershipEvent {}

    record NodeApproved(
            NodeId nodeId,
            Optional<MerchantId> owner,
            String signingFingerprint,
            String channelFingerprint,
            Instant at)
            implements MembershipEvent {}

    record NodeRejected(NodeId nodeId, Optional<MerchantId> owner, String reason, Instant at)
            implements MembershipEvent {}

    record NodeRevoked(NodeId nodeId, Optional<MerchantId> owner, String reason, Instant at)
            implements MembershipEvent {}
}
