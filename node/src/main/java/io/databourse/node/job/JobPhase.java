package io.databourse.node.job;

/// Where a job's attempt is at this node.
public enum JobPhase {
    /// Accepted; nothing runs yet.
    PREPARED,
    RUNNING,
    /// Over and reported; a result, if there is one, is withheld.
    ENDED,
    /// Over, and its result has been moved to the results folder.
    DELIVERED
}
