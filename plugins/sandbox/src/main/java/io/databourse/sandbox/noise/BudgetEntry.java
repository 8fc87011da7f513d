package io.databourse.sandbox.noise;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One debit in the journal: `budget/1 release numerator/denominator`. Entries of other kinds, such
/// as the history of queries, stand between them.
record BudgetEntry(String release, Epsilon amount) {
    private static final String KIND = "budget/1 ";
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
    private static final Pattern SHAPE = Pattern.compile(KIND + "(\\S+) (\\d+/[1-9]\\d*)");

    BudgetEntry {
        if (!RELEASE.matcher(release).matches() || amount.isZero()) {
            throw new IllegalArgumentException("a debit has a release id and an amount");
        }
    }

    /// Nothing for an entry of another kind. One of this kind that cannot be read must not be
    /// passed over: that would be a refund.
    static Optional<BudgetEntry> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith("budget/")) {
            return Optional.empty();
        }
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("the privacy budget has an entry that is not known");
        }
        return Optional.of(new BudgetEntry(matcher.group(1), Epsilon.fraction(matcher.group(2))));
    }

    byte[] bytes() {
        return (KIND + release + " " + amount).getBytes(StandardCharsets.UTF_8);
    }
}
