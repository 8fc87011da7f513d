package io.databourse.mpc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Collects tags with their row numbers and writes them to disk in sorted runs of 2^20, so memory
/// does not grow with the rows. Each record is three numbers: both halves of the tag, and the row.
public final class TagRuns {
    private final Path folder;
    private final List<Path> runs = new ArrayList<>();
    private final long[] high;
    private final long[] low;
    private final long[] rows;
    private final TagSorter sorter;
    private int count;

    /// Runs of at most as many tags as are expected, or as the sorter can sort.
    public TagRuns(Path folder, long expected) {
        this.folder = folder;
        int capacity = Math.clamp(expected, 1, TagSorter.CAPACITY);
        high = new long[capacity];
        low = new long[capacity];
        rows = new long[capacity];
        sorter = new TagSorter(capacity);
    }

    public void add(long tagHigh, long tagLow, long row) throws IOException {
        if (count == high.length) {
            spill();
        }
        high[count] = tagHigh;
        low[count] = tagLow;
        rows[count] = row;
        count++;
    }

    /// Writes what is left; gives the files of all runs.
    public List<Path> finish() throws IOException {
        if (count > 0) {
            spill();
        }
        return List.copyOf(runs);
    }

    private void spill() throws IOException {
        sorter.sort(high, low, count);
        var file = folder.resolve("run-" + runs.size());
        try (var out = new LongWriter(file)) {
            for (int place = 0; place < count; place++) {
                int index = sorter.index(place);
                out.put(high[index]);
                out.put(low[index]);
                out.put(rows[index]);
            }
        }
        runs.add(file);
        count = 0;
    }
}
