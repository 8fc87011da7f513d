package io.databourse.mpc;

import java.io.IOException;

/// Goes over a set of tags in ascending order, with the rows that each stands for.
public final class TagCursor implements AutoCloseable {
    private final LongReader tags;
    private final LongReader rows;
    private long rank = -1;
    private long high;
    private long low;

    /// The entry that was read last, if it has not been given out.
    private long entry;

    private boolean waiting;
    private boolean beginning;

    public TagCursor(TagSet set) throws IOException {
        tags = new LongReader(set.tags());
        try {
            rows = new LongReader(set.rows());
        } catch (IOException e) {
            tags.close();
            throw e;
        }
    }

    /// Goes forward to a rank of the set.
    public void moveTo(long wanted) throws IOException {
        while (rank < wanted) {
            boolean more = true;
            while (more) {
                more = nextRow() >= 0;
            }
            rank++;
            high = tags.next();
            low = tags.next();
            beginning = true;
        }
    }

    /// The first eight bytes of the tag.
    public long high() {
        return high;
    }

    public long low() {
        return low;
    }

    /// The next row of this tag, or -1 after the last.
    public long nextRow() throws IOException {
        if (!waiting && rows.hasNext()) {
            entry = rows.next();
            waiting = true;
        }
        boolean same = beginning || (entry & 1) == 1;
        if (!waiting || !same) {
            return -1;
        }
        waiting = false;
        beginning = false;
        return entry >>> 1;
    }

    /// The first row of this tag, once it is moved to; the others are skipped.
    public long firstRow() throws IOException {
        long first = nextRow();
        for (long row = first; row >= 0; row = nextRow()) {
            first = Math.min(first, row);
        }
        return first;
    }

    @Override
    public void close() throws IOException {
        try (tags) {
            rows.close();
        }
    }
}
