package io.databourse.dispatch;

/// Where a job is. A state in -ING waits for nodes; all of it is in the database, so it survives
/// the end of any process.
public enum JobState {
    /// Checked and a unit is held; no node knows of it yet.
    REQUESTED,
    /// The nodes were asked to accept the job's definition.
    AUTHORIZING,
    /// All nodes accepted the same definition.
    AUTHORIZED,
    /// The nodes were told to start.
    PLACING,
    RUNNING,
    /// All parties have completed; the result is withheld at the node.
    REVIEWING,
    /// The receiving node was told to release the result.
    DELIVERING,
    DELIVERED,
    REFUSED,
    FAILED,
    CANCELLED;

    public boolean isEnd() {
        return switch (this) {
            case REQUESTED, AUTHORIZING, AUTHORIZED, PLACING, RUNNING, REVIEWING, DELIVERING ->
                    false;
            case DELIVERED, REFUSED, FAILED, CANCELLED -> true;
        };
    }
}
