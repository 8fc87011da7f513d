package io.databourse.sandbox.noise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What each buyer has spent of the privacy of each data set.
///
/// A debit is on the disk before [#debit] returns, so before a result can leave. It is never given
/// back: not for a failed run, not for an answer nobody fetched, because nobody can prove that an
/// answer was not seen. The same release asked for again costs nothing: it is the same answer,
/// which the caller must have kept. Several processes may share the folder, each with one ledger; a
/// debit locks its file.
public final class BudgetLedger {
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    private final Path folder;
    private final Map<BudgetKey, Journal> journals = new HashMap<>();

    public BudgetLedger(Path folder) {
        this.folder = folder;
    }

    /// Takes `amount` for the release, if no more than `total` is spent by it. A release belongs to
    /// one amount: asking with another is an error of the caller.
    public synchronized Debit debit(BudgetKey key, String release, Epsilon amount, Epsilon total)
            throws IOException {
        if (!RELEASE.matcher(release).matches() || amount.isZero()) {
            throw new IllegalArgumentException("a debit has a release id and an amount");
        }
        try (Journal.Session session = journal(key).lock()) {
            Optional<Epsilon> before = session.amountOf(release);
            Epsilon spent = session.spent();
            if (before.isPresent()) {
                return repeated(before.get(), amount, total.less(spent));
            }
            Epsilon after = spent.plus(amount);
            if (after.compareTo(total) > 0) {
                return new Debit.Exhausted(total.less(spent));
            }
            session.append(release, amount);
            return new Debit.Granted(total.less(after));
        }
    }

    /// What was spent so far.
    public synchronized Epsilon spent(BudgetKey key) throws IOException {
        try (Journal.Session session = journal(key).lock()) {
            return session.spent();
        }
    }

    private static Debit repeated(Epsilon before, Epsilon amount, Epsilon left) {
        if (!before.equals(amount)) {
            throw new IllegalArgumentException(
                    "this release was debited with another amount: " + before);
        }
        return new Debit.Repeated(left);
    }

    private Journal journal(BudgetKey key) {
        return journals.computeIfAbsent(key, k -> new Journal(folder, k));
    }
}
