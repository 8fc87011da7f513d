package io.databourse.membership;

/// Something new lies in a node's mailbox, once the transaction is committed.
record InstructionSent(NodeId nodeId) {}
