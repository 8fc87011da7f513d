package io.databourse.settlement.report;

import java.time.LocalDate;

/// What whoever uses a quota should know in time.
public sealed interface Warning {
    /// An operator has stopped all use.
    record Frozen() implements Warning {}

    /// Half, four fifths or all of what was granted is used.
    record Reached(int percent) implements Warning {}

    /// A pack ends with units in it.
    record EndsSoon(String packId, LocalDate on, long units) implements Warning {}
}
