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
    public void insert(InstructionRow instruction) {
        entities.persist(instruction);
    }

    @Override
    public Optional<InstructionRow> lock(InstructionId id) {
        return Optional.ofNullable(
                entities.find(InstructionRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
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
