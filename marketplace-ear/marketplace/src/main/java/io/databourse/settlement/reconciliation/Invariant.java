package io.databourse.settlement.reconciliation;

import java.time.Instant;

/// A rule that holds always, as of its last check.
///
/// @param broken for how many things it does not hold, of each kind a hundred at most
/// @param millis how long the check took
public record Invariant(TicketKind rule, int broken, Instant checkedAt, long millis) {
    /// The same rule's other half.
    Invariant and(Invariant other) {
        return new Invariant(rule, broken + other.broken, other.checkedAt, millis + other.millis);
    }
}
