package io.databourse.ledger;

/// What became of one request of a batch.
public enum BatchOutcome {
    POSTED,
    /// The key was used before: nothing was moved again.
    REPLAYED,
    /// An account that may not go negative has too little: nothing was moved.
    INSUFFICIENT
}
