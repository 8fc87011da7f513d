package io.databourse.sandbox.sql;

/// What a column of a granted table may be used for.
public enum Role {
    /// It may name groups and stand in conditions.
    DIMENSION,
    /// It may be aggregated, and nothing else.
    MEASURE,
    /// It says whom a row is about; it may be counted, and its values are never seen.
    ENTITY,
    /// It may join two granted tables, and nothing else.
    JOIN
}
