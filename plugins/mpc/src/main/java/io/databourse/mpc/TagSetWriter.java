package io.databourse.mpc;

import java.io.IOException;
import java.nio.file.Path;

/// Writes a [TagSet] from tags that ascend.
final class TagSetWriter implements AutoCloseable {
    private final Path folder;
    private final LongWriter tags;
    private final LongWriter rows;
    private long high;
    private long low;
    private long size;
    private long rowCount;

    TagSetWriter(Path folder) throws IOException {
        this.folder = folder;
        var empty = TagSet.in(folder, 0, 0, 0, 0);
        this.tags = new LongWriter(empty.tags());
        try {
            this.rows = new LongWriter(empty.rows());
        } catch (IOException e) {
            tags.close();
            throw e;
        }
    }

    void add(long tagHigh, long tagLow, long row) throws IOException {
        boolean same = size > 0 && tagHigh == high && tagLow == low;
        if (!same) {
            high = tagHigh;
            low = tagLow;
            tags.put(tagHigh);
            tags.put(tagLow);
            size++;
        }
        rows.put((row << 1) | (same ? 1 : 0));
        rowCount++;
    }

    /// Rows written so far.
    long rows() {
        return rowCount;
    }

    TagSet finish() throws IOException {
        close();
        return TagSet.in(
                folder, size, rowCount, 0, TagSet.checksum(tags.checksum(), rows.checksum()));
    }

    @Override
    public void close() throws IOException {
        try (tags;
                rows) {
            // both
        }
    }
}
