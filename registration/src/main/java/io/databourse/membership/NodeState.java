package io.databourse.membership;

/// Where a node is on its way into the network.
public enum NodeState {
    /// It has a join token.
    INVITED,
    /// Its keys are known; the operator has to decide.
    PENDING,
    ACTIVE,
    REJECTED,
    REVOKED
}
