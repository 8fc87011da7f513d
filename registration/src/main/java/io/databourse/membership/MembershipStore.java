package io.databourse.membership;

import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port to storage. Rows are live: what is changed on them within a transaction is kept.
interface MembershipStore {
    void insert(NodeRow node);

    Optional<NodeRow> find(NodeId id);

    /// Locked until the transaction ends.
    Optional<NodeRow> lock(NodeId id);

    Optional<NodeRow> byTokenHash(String hash);

    Optional<NodeRow> byChannelFingerprint(String fingerprint);

    /// Oldest first.
    List<NodeRow> all();

    List<NodeRow> ofOwner(MerchantId owner);

    /// Notes that the node was heard of.
    void seen(NodeId id, Instant at);
}
