package io.databourse.membership;

import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaMembershipStore implements MembershipStore {
    private final EntityManager entities;

    @Inject
    JpaMembershipStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void insert(NodeRow node) {
        entities.persist(node);
    }

    @Override
    public Optional<NodeRow> find(NodeId id) {
        return Optional.ofNullable(entities.find(NodeRow.class, id.value()));
    }

    @Override
    public Optional<NodeRow> lock(NodeId id) {
        Optional<NodeRow> found = find(id);
        // A row that was read before the lock may be stale by now; Hibernate would not read again.
        found.ifPresent(_ -> entities.flush());
        found.ifPresent(row -> entities.refresh(row, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    @Override
    public Optional<NodeRow> byTokenHash(String hash) {
        return one("select n from NodeRow n where n.joinTokenHash = :value", hash);
    }

    @Override
    public Optional<NodeRow> byChannelFingerprint(String fingerprint) {
        return one("select n from NodeRow n where n.channelFingerprint = :value", fingerprint);
    }

    @Override
    public List<NodeRow> all() {
        return entities.createQuery("select n from NodeRow n order by n.id", NodeRow.class)
                .getResultList();
    }

    @Override
    public List<NodeRow> ofOwner(MerchantId owner) {
        return entities.createQuery(
                        "select n from NodeRow n where n.owner = :owner order by n.id",
                        NodeRow.class)
                .setParameter("owner", owner.value())
                .getResultList();
    }

    @Override
    public void seen(NodeId id, Instant at) {
        entities.createQuery("update NodeRow n set n.lastSeen = :at where n.id = :id")
                .setParameter("at", at)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    private Optional<NodeRow> one(String query, String value) {
        return entities.createQuery(query, NodeRow.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }
}
