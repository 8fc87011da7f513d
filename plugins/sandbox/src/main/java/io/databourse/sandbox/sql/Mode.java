package io.databourse.sandbox.sql;

/// How a buyer may work with the data.
public enum Mode {
    /// Queries of the buyer's own, within the rules.
    QUERY,
    /// Only queries that the owner wrote; the buyer gives their arguments.
    TEMPLATE,
    /// Scripts that the owner has read, whose output is read again before it leaves.
    SCRIPT
}
