package io.databourse.mpc.join;

import io.databourse.mpc.MappedFile;
import io.databourse.mpc.TagCursor;
import io.databourse.mpc.TagSet;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/// Labels that came by tag, and which row has which tag. Rows of one tag share a label.
final class RankedLabels implements RowLabels, AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final LabelFile labels;

    /// For each row its tag's rank and one, or 0.
    private final MemorySegment ranks;

    /// @param file for the ranks
    RankedLabels(LabelFile labels, TagSet tags, long rows, Path file) throws IOException {
        this.labels = labels;
        this.ranks = MappedFile.map(file, rows * Long.BYTES, arena);
        try (var cursor = new TagCursor(tags)) {
            for (long rank = 0; rank < tags.size(); rank++) {
                if (labels.has(rank)) {
                    cursor.moveTo(rank);
                    for (long row = cursor.nextRow(); row >= 0; row = cursor.nextRow()) {
                        ranks.setAtIndex(ValueLayout.JAVA_LONG, row, rank + 1);
                    }
                }
            }
        } catch (IOException e) {
            arena.close();
            throw e;
        }
    }

    @Override
    public boolean has(long row) {
        return ranks.getAtIndex(ValueLayout.JAVA_LONG, row) != 0;
    }

    @Override
    public void get(long row, byte[] label) {
        labels.get(ranks.getAtIndex(ValueLayout.JAVA_LONG, row) - 1, label);
    }

    @Override
    public void close() {
        arena.close();
    }
}
