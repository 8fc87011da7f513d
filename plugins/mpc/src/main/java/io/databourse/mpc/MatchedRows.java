package io.databourse.mpc;

import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Which rows of the receiver match: one bit a row, in a mapped file, so that the heap does not
/// grow with the rows. Ranks come in ascending order and are turned into rows as they come.
public final class MatchedRows implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment bits;
    private final LongReader rows;
    private final boolean firstOnly;
    private long rank = -1;
    private long entry;
    private long matched;

    public MatchedRows(PartyContext context, TagSet set) throws IOException {
        long size = (context.input(PartyContext.INPUT).rowCount() + 63) / 64 * Long.BYTES;
        bits = MappedFile.map(context.workspace().resolve("matched"), size, arena);
        firstOnly = DuplicateKeys.of(context.parameters()) == DuplicateKeys.FIRST;
        rows = new LongReader(set.rows());
        entry = rows.hasNext() ? rows.next() : 0;
    }

    /// Marks the rows whose tag has this rank, all or the first as the job says; ranks ascend and
    /// are less than the set's size.
    public void mark(long wanted) throws IOException {
        while (++rank < wanted) {
            skipGroup();
        }
        long first = entry >>> 1;
        while (advance()) {
            long row = entry >>> 1;
            if (!firstOnly) {
                set(Math.max(first, row));
            }
            first = Math.min(first, row);
        }
        set(first);
    }

    private void skipGroup() throws IOException {
        boolean more = true;
        while (more) {
            more = advance();
        }
    }

    /// Moves on to the next entry; whether it has the same tag as the one before.
    private boolean advance() throws IOException {
        if (!rows.hasNext()) {
            return false;
        }
        entry = rows.next();
        return (entry & 1) == 1;
    }

    private void set(long row) {
        bits.setAtIndex(
                ValueLayout.JAVA_LONG,
                row >>> 6,
                bits.getAtIndex(ValueLayout.JAVA_LONG, row >>> 6) | (1L << row));
        matched++;
    }

    boolean contains(long row) {
        return ((bits.getAtIndex(ValueLayout.JAVA_LONG, row >>> 6) >>> row) & 1) != 0;
    }

    /// How many rows match.
    public long size() {
        return matched;
    }

    @Override
    public void close() throws IOException {
        arena.close();
        rows.close();
    }
}
