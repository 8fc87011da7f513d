package io.databourse.sandbox.noise;

/// What became of asking the ledger for ε. Only after [Granted] or [Repeated] a result may leave.
public sealed interface Debit {
    /// What is left of the budget.
    Epsilon left();

    /// Taken, and on the disk.
    record Granted(Epsilon left) implements Debit {}

    /// This very release was debited before, so nothing more was taken.
    record Repeated(Epsilon left) implements Debit {}

    /// Not enough is left; nothing was taken.
    record Exhausted(Epsilon left) implements Debit {}
}
