package io.databourse.sandbox.sql;

import java.util.Locale;

/// The aggregates there are. None of them returns a value of a single row, as a minimum, a maximum,
/// a median or a list would.
public enum Aggregate {
    COUNT,
    COUNT_DISTINCT,
    SUM,
    AVG;

    /// The name in a rules document.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
