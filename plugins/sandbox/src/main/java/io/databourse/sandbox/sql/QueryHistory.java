package io.databourse.sandbox.sql;

import io.databourse.plugin.Journal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What one buyer has asked of the tables of a room.
///
/// Each table has a journal of its own, which goes with the data and not with the room: so the
/// questions of two rooms that share a table are compared, whatever each of them calls it. A
/// question is written down for each table that it reads.
///
/// Thresholds hold for each answer alone. The difference of two answers is held by nothing but this
/// record, which sees the plain cases and not all: many small steps, or two buyers who talk, pass
/// it. Differential privacy is what holds against those.
public final class QueryHistory {
    private static final String KIND = "query/1 ";
    private static final String NAME = "table/1 ";
    private static final int NAME_BYTES = 16;

    private final Function<String, Journal> journals;
    private final RandomGenerator random;

    /// @param journals of the tables, by the room's names
    /// @param random that nobody can foresee
    public QueryHistory(Function<String, Journal> journals, RandomGenerator random) {
        this.journals = journals;
        this.random = random;
    }

    /// Writes the query down and says what it overlaps with; on the disk before this returns, so
    /// before an answer can leave.
    ///
    /// @param rows what chose the rows of what was sold before the query saw them, one text for
    ///   each condition
    /// @param release the answer's id; the same release again is not compared with itself
    public List<Overlap> note(Plan plan, List<String> rows, String release)
            throws InterruptedException {
        if (!release.matches("[A-Za-z0-9_.:-]{1,100}")) {
            throw new IllegalArgumentException("a release id is one plain word");
        }
        var overlaps = new LinkedHashSet<Overlap>();
        for (String table : plan.tables()) {
            overlaps.addAll(note(asked(plan, table, rows), release, journals.apply(table)));
        }
        return List.copyOf(overlaps);
    }

    private static List<Overlap> note(Fingerprint asked, String release, Journal journal)
            throws InterruptedException {
        while (true) {
            List<byte[]> entries = journal.entries();
            if (journal.append(entries.size(), new Entry(release, asked).bytes())) {
                return overlaps(asked, release, entries);
            }
        }
    }

    /// The question as the journal of one of its tables tells it: that table is `data` there.
    private Fingerprint asked(Plan plan, String own, List<String> rows)
            throws InterruptedException {
        var names = new ArrayList<String>();
        var conditions = new ArrayList<String>();
        for (String table : plan.tables()) {
            String name = table.equals(own) ? RoomRules.TABLE : name(journals.apply(table));
            names.add(name);
            // They choose rows of what was sold, so they matter where it is read.
            if (table.equals(RoomRules.TABLE)) {
                rows.forEach(row -> conditions.add(table.equals(own) ? row : name + " " + row));
            }
        }
        return Fingerprint.of(plan.query(), names, conditions);
    }

    /// What other tables' journals call the table of this one; drawn when it is first needed.
    private String name(Journal journal) throws InterruptedException {
        while (true) {
            List<byte[]> entries = journal.entries();
            for (byte[] entry : entries) {
                String text = new String(entry, StandardCharsets.UTF_8);
                if (text.startsWith(NAME)) {
                    return text.substring(NAME.length());
                }
            }
            byte[] name = new byte[NAME_BYTES];
            random.nextBytes(name);
            String text = NAME + HexFormat.of().formatHex(name);
            var _ = journal.append(entries.size(), text.getBytes(StandardCharsets.UTF_8));
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
