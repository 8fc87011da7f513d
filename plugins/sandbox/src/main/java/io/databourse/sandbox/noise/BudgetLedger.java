package io.databourse.sandbox.noise;

import io.databourse.plugin.Journal;
import java.util.List;
import java.util.Optional;

/// What one buyer has spent of the privacy of one data set, in the owner's [Journal] of the two.
///
/// A debit is on the disk before [#debit] returns, so before a result can leave. It is never given
/// back: not for a failed run, not for an answer nobody fetched, because nobody can prove that an
/// answer was not seen. The same release asked for again costs nothing: it must be the same answer,
/// which the caller has kept.
public final class BudgetLedger {
    private final Journal journal;

    public BudgetLedger(Journal journal) {
        this.journal = journal;
    }

    /// Takes `amount` for the release, if no more than `total` is spent by it.
    ///
    /// @param release names what leaves, such as the job's id and attempt
    /// @throws IllegalArgumentException if this release was debited with another amount
    public Debit debit(String release, Epsilon amount, Epsilon total) throws InterruptedException {
        BudgetEntry entry = new BudgetEntry(release, amount);
        while (true) {
            List<byte[]> entries = journal.entries();
            Optional<BudgetEntry> before = find(entries, release);
            Epsilon spent = sum(entries);
            if (before.isPresent()) {
                return repeated(before.get().amount(), amount, total.less(spent));
            }
            Epsilon after = spent.plus(amount);
            if (after.compareTo(total) > 0) {
                return new Debit.Exhausted(total.less(spent));
            }
            if (journal.append(entries.size(), entry.bytes())) {
                return new Debit.Granted(total.less(after));
            }
        }
    }

    /// What was spent so far.
    public Epsilon spent() throws InterruptedException {
        return sum(journal.entries());
    }

    private static Optional<BudgetEntry> find(List<byte[]> entries, String release) {
        return entries.stream()
                .flatMap(entry -> BudgetEntry.read(entry).stream())
                .filter(entry -> entry.release().equals(release))
                .findFirst();
    }

    private static Epsilon sum(List<byte[]> entries) {
        return entries.stream()
                .flatMap(entry -> BudgetEntry.read(entry).stream())
                .map(BudgetEntry::amount)
                .reduce(Epsilon.ZERO, Epsilon::plus);
    }

    private static Debit repeated(Epsilon before, Epsilon amount, Epsilon left) {
        if (!before.equals(amount)) {
            throw new IllegalArgumentException(
                    "this release was debited with another amount: " + before);
        }
        return new Debit.Repeated(left);
    }
}
