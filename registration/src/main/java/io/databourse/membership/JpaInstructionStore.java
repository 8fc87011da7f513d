package io.databourse.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaInstructionStore implements InstructionStore {
    private final EntityManager entities;

    @Inject
    JpaInstructionStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<InstructionRow> find(
            NodeId node, InstructionType type, String subjectId, int attempt) {
        return entities.createQuery(
                        "select i from InstructionRow i where i.nodeId = :node and i.type = :type"
                                + " and i.subjectId = :subject and i.attempt = :attempt",
                        InstructionRow.class)
                .setParameter("node", node.value())
                .setParameter("type", type)
                .setParameter("subject", subjectId)
                .setParameter("attempt", attempt)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean insert(InstructionRow instruction) {
        int inserted =
                entities.createNativeQuery(
                                "insert into membership_instruction (id, node_id, type, subject_id,"
                                        + " attempt, payload, created_at) values (:id, :node,"
                                        + " :type, :subject, :attempt, :payload, :at)"
                                        + " on conflict (node_id, type, subject_id, attempt)"
                                        + " do nothing")
                        .setParameter("id", instruction.id)
                        .setParameter("node", instruction.nodeId)
                        .setParameter("type", instruction.type.name())
                        .setParameter("subject", instruction.subjectId)
                        .setParameter("attempt", instruction.attempt)
                        .setParameter("payload", instruction.payload)
                        .setParameter("at", instruction.createdAt)
                        .executeUpdate();
        return inserted == 1;
    }

    @Override
    public Optional<InstructionRow> lock(InstructionId id) {
        Optional<InstructionRow> found =
                Optional.ofNullable(entities.find(InstructionRow.class, id.value()));
        // A row that was read before the lock may be stale by now; Hibernate would not read again.
        found.ifPresent(_ -> entities.flush());
        found.ifPresent(row -> entities.refresh(row, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    @Override
    public List<Instruction> open(NodeId node, int most) {
        return entities.createQuery(
                        "select i from InstructionRow i where i.nodeId = :node"
                                + " and i.answeredAt is null order by i.id",
                        InstructionRow.class)
                .setParameter("node", node.value())
                .setMaxResults(most)
                .getResultStream()
                .map(InstructionRow::toInstruction)
                .toList();
    }
}
