package io.databourse.membership;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

class InMemoryInstructionStore implements InstructionStore {
    private final NavigableMap<String, InstructionRow> rows = new ConcurrentSkipListMap<>();

    @Override
    public Optional<InstructionRow> find(
            NodeId node, InstructionType type, String subjectId, int attempt) {
        return rows.values().stream()
                .filter(row -> row.nodeId.equals(node.value()) && row.type == type)
                .filter(row -> row.subjectId.equals(subjectId) && row.attempt == attempt)
                .findFirst();
    }

    @Override
    public synchronized boolean insert(InstructionRow row) {
        if (find(new NodeId(row.nodeId), row.type, row.subjectId, row.attempt).isPresent()) {
            return false;
        }
        rows.put(row.id, row);
        return true;
    }

    @Override
    public Optional<InstructionRow> lock(InstructionId id) {
        return Optional.ofNullable(rows.get(id.value()));
    }

    @Override
    public List<Instruction> open(NodeId node, int most) {
        return rows.values().stream()
                .filter(row -> row.nodeId.equals(node.value()) && row.answeredAt == null)
                .limit(most)
                .map(InstructionRow::toInstruction)
                .toList();
    }
}
