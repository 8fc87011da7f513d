package io.databourse.membership;

import java.util.List;
import java.util.Optional;

/// Port to storage of the mailbox. Rows are live within a transaction.
interface InstructionStore {
    Optional<InstructionRow> find(NodeId node, InstructionType type, String subjectId, int attempt);

    /// False if the node was asked for the same thing already, be it at this very moment.
    boolean insert(InstructionRow instruction);

    /// Locked until the transaction ends.
    Optional<InstructionRow> lock(InstructionId id);

    /// Unanswered, oldest first.
    List<Instruction> open(NodeId node, int most);
}
