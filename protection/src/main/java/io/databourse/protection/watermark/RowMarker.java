package io.databourse.protection.watermark;

import io.databourse.protection.table.HashSet64;
import io.databourse.protection.table.Policy;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Marks the rows of one table for one recipient, one after the other, in constant memory.
public final class RowMarker {
    /// With fewer, a third of the copy would not name one of a thousand recipients at a chance of
    /// one in a million: that takes 30 marks, all of which fit.
    private static final int LEAST_MARKS = 100;

    private final Marks marks;
    private final Marks.Recipient bits;
    private final int[] named;
    private final int[] places;
    private final List<Parity> parities;

    /// A row that is repeated is one mark to who traces.
    private final HashSet64 distinct = new HashSet64();

    private long marked;
    private long changed;

    /// @param columns of the table; it has the key, and one column or more that may be marked
    public RowMarker(
            WatermarkPolicy policy, ProtectionKey key, String recipient, List<String> columns)
            throws TableException {
        policy.check();
        marks = new Marks(key, policy);
        bits = new Marks.Recipient(key, recipient);
        named = Policy.places(columns, policy.key());
        places = policy.places(columns);
        parities = policy.sorted().values().stream().map(Parity::new).toList();
    }

    /// The row with its mark; nothing if no value had to change.
    public Optional<List<String>> mark(List<String> cells) {
        Marks.Mark mark = marks.of(cells, named);
        int which = mark.place(places.length);
        if (!mark.chosen() || places[which] < 0) {
            return Optional.empty();
        }
        String before = cells.get(places[which]);
        boolean bit = bits.bit(Marks.name(cells, named));
        Optional<String> after = parities.get(which).write(before, bit, mark.up());
        if (after.isEmpty()) {
            return Optional.empty();
        }
        marked++;
        if (distinct.size() < LEAST_MARKS) {
            distinct.add(mark.id());
        }
        if (after.get().equals(before)) {
            return Optional.empty();
        }
        changed++;
        List<String> row = new ArrayList<>(cells);
        row.set(places[which], after.get());
        return Optional.of(row);
    }

    /// Rows that carry a bit.
    public long marked() {
        return marked;
    }

    /// Of them, those in which a value had to change.
    public long changed() {
        return changed;
    }

    /// Refuses what was too small, or had too few values that may change.
    public void checkEnough() throws TableException {
        if (distinct.size() < LEAST_MARKS) {
            throw new TableException(
                    "only %d rows can carry a mark and %d are needed, so this table gets no watermark"
                            .formatted(distinct.size(), LEAST_MARKS));
        }
    }
}
