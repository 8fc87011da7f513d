package io.databourse.settlement;

import java.time.Instant;
import java.time.YearMonth;

/// What happens to statements.
public sealed interface StatementEvent {
    Instant at();

    /// A month's books were cut, 关账: every later charge belongs to a later month.
    record BooksCut(YearMonth period, int statements, Instant at) implements StatementEvent {}

    /// A statement is final.
    record Closed(StatementId id, String party, YearMonth period, String linesHash, Instant at)
            implements StatementEvent {}
}
