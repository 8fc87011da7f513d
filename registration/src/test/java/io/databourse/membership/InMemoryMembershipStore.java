package io.databourse.membership;

import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

class InMemoryMembershipStore implements MembershipStore {
    private final NavigableMap<String, NodeRow> nodes = new TreeMap<>();

    @Override
    public void insert(NodeRow node) {
        nodes.put(node.id, node);
    }

    @Override
    public Optional<NodeRow> find(NodeId id) {
        return Optional.ofNullable(nodes.get(id.value()));
    }

    @Override
    public Optional<NodeRow> lock(NodeId id) {
        return find(id);
    }

    @Override
    public Optional<NodeRow> byTokenHash(String hash) {
        return all().stream().filter(row -> row.joinTokenHash.equals(hash)).findFirst();
    }

    @Override
    public Optional<NodeRow> byChannelFingerprint(String fingerprint) {
        return all().stream().filter(row -> fingerprint.equals(row.channelFingerprint)).findFirst();
    }

    @Override
    public List<NodeRow> all() {
        return List.copyOf(nodes.values());
    }

    @Override
    public List<NodeRow> ofOwner(MerchantId owner) {
        return all().stream().filter(row -> owner.value().equals(row.owner)).toList();
    }

    @Override
    public void seen(NodeId id, Instant at) {
        find(id).ifPresent(row -> row.lastSeen = at);
    }
}
