package io.databourse.ledger;

/// What became of one request of a batch.
public enum BatchOutcome {
    POSTED,
    /// The key was used before, for the same: nothing was moved again.
    REPLAYED,
    /// The key was used before, for something else: nothing was moved.
    KEY_REUSED,
    /// An account that may not go negative has too little: nothing was moved.
    INSUFFICIENT
}
