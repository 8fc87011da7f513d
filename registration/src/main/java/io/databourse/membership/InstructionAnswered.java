package io.databourse.membership;

/// A node has answered; fired in the transaction that stores the answer, once.
///
/// @param subjectId what the instruction was about, such as a job's id
public record InstructionAnswered(
        NodeId nodeId, InstructionType type, String subjectId, int attempt, Answer answer) {}
