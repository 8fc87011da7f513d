package io.databourse.sandbox.sql;

import io.databourse.plugin.Journal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What one buyer has asked of one data set.
///
/// Thresholds hold for each answer alone. The difference of two answers is held by nothing but this
/// record, which sees the plain cases and not all: many small steps, or two buyers who talk, pass
/// it. Differential privacy is what holds against those.
public final class QueryHistory {
    private static final String KIND = "query/1 ";

    private final Journal journal;

    public QueryHistory(Journal journal) {
        this.journal = journal;
    }

    /// Writes the query down and says what it overlaps with; on the disk before this returns, so
    /// before an answer can leave.
    ///
    /// @param rows what chose the rows before the query saw them, one text for each condition
    /// @param release the answer's id; the same release again is not compared with itself
    public List<Overlap> note(Plan plan, List<String> rows, String release)
            throws InterruptedException {
        if (!release.matches("[A-Za-z0-9_.:-]{1,100}")) {
            throw new IllegalArgumentException("a release id is one plain word");
        }
        Fingerprint asked = Fingerprint.of(plan.query(), rows);
        while (true) {
            List<byte[]> entries = journal.entries();
            if (journal.append(entries.size(), new Entry(release, asked).bytes())) {
                return overlaps(asked, release, entries);
            }
        }
    }

    private static List<Overlap> overlaps(Fingerprint asked, String release, List<byte[]> entries) {
        var overlaps = new ArrayList<Overlap>();
        for (byte[] bytes : entries) {
            Entry.read(bytes)
                    .filter(entry -> !entry.release().equals(release))
                    .ifPresent(entry ->
                            kind(asked, entry.asked())
                                    .map(kind -> new Overlap(kind, entry.release()))
                                    .ifPresent(overlaps::add));
        }
        return overlaps;
    }

    static Optional<Overlap.Kind> kind(Fingerprint a, Fingerprint b) {
        var shared = new TreeSet<>(a.measures());
        shared.retainAll(b.measures());
        if (!a.source().equals(b.source()) || (shared.isEmpty() && !a.measures().isEmpty())) {
            return Optional.empty();
        }
        boolean sameGroups = a.groups().equals(b.groups());
        int onlyA = missing(a.terms(), b.terms());
        int onlyB = missing(b.terms(), a.terms());
        if (onlyA == 0 && onlyB == 0) {
            return rolledUp(a, b)
                    .or(() -> Optional.of(Overlap.Kind.REPEATED).filter(kind -> sameGroups));
        }
        boolean related = sameGroups || rolledUp(a, b).isPresent();
        if (related && (onlyA == 0 || onlyB == 0)) {
            return Optional.of(Overlap.Kind.NESTED);
        }
        return Optional.of(Overlap.Kind.NEIGHBOURING)
                .filter(kind -> related && onlyA == 1 && onlyB == 1);
    }

    private static Optional<Overlap.Kind> rolledUp(Fingerprint a, Fingerprint b) {
        boolean within =
                !a.groups().equals(b.groups())
                        && (a.groups().containsAll(b.groups())
                                || b.groups().containsAll(a.groups()));
        return within ? Optional.of(Overlap.Kind.ROLLED_UP) : Optional.empty();
    }

    /// How many of `these` are not among `those`.
    private static int missing(SortedSet<String> these, SortedSet<String> those) {
        return (int) these.stream().filter(term -> !those.contains(term)).count();
    }

    /// A line of the journal: hashes, so that it tells nothing but what is equal.
    private record Entry(String release, Fingerprint asked) {
        byte[] bytes() {
            return (KIND
                            + String.join(
                                    " ",
                                    release,
                                    asked.source(),
                                    joined(asked.terms()),
                                    joined(asked.groups()),
                                    joined(asked.measures())))
                    .getBytes(StandardCharsets.UTF_8);
        }

        static Optional<Entry> read(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (!text.startsWith("query/")) {
                return Optional.empty();
            }
            String[] words = text.substring(KIND.length()).split(" ", -1);
            if (!text.startsWith(KIND) || words.length != 5) {
                throw new IllegalStateException("the history of queries has an unknown entry");
            }
            return Optional.of(
                    new Entry(
                            words[0],
                            new Fingerprint(
                                    words[1],
                                    parted(words[2]),
                                    parted(words[3]),
                                    parted(words[4]))));
        }

        private static String joined(SortedSet<String> hashes) {
            return String.join(",", hashes);
        }

        private static SortedSet<String> parted(String word) {
            return word.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(word.split(",")));
        }
    }
}
