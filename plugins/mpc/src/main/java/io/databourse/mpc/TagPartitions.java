package io.databourse.mpc;

import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Progress;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Collects tags with their row numbers and gives them sorted, in bounded memory: they are cut by
/// their first bits into partitions, each of which is sorted on its own. Tags are pseudorandom, so
/// the partitions are of even size; only a key that very many rows share makes one too large to be
/// sorted in memory, and that one is sorted in runs ([TagRuns]).
///
/// Each record is three numbers: both halves of the tag, and the row. Full blocks of records lie in
/// one file, those of a partition as a chain; what does not fill a block stays in memory.
final class TagPartitions {
    private static final int RECORD = 3;
    private static final int BLOCK = 1 << 10;
    private static final long REPORTED = 1 << 18;

    private final Path folder;
    private final Path file;
    private final Progress progress;
    private final int most;
    private final int block;
    private final long[][] buffers;
    private final int[] filled;
    private final long[] sizes;

    /// The block of each partition that was written last, and for each block the one before; -1 is
    /// none.
    private final int[] last;

    private int[] before = new int[64];
    private int blocks;
    private final OutputStream out;
    private final byte[] bytes;

    /// Partitions for as many tags as are expected.
    TagPartitions(PartyContext context, long expected) throws IOException {
        this(context.workspace(), context.progress(), expected, TagSorter.CAPACITY);
    }

    /// The same, with at most so many tags sorted in memory.
    TagPartitions(Path folder, Progress progress, long expected, int most) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("partitions");
        this.progress = progress;
        this.most = most;
        boolean one = expected <= most;
        int partitions = one ? 1 : Math.toIntExact(expected / (most / 2) + 1);
        this.block = one ? Math.toIntExact(Math.max(1, expected)) : BLOCK;
        this.buffers = new long[partitions][RECORD * block];
        this.filled = new int[partitions];
        this.sizes = new long[partitions];
        this.last = new int[partitions];
        Arrays.fill(last, -1);
        this.out = new FileOutputStream(file.toFile());
        this.bytes = new byte[RECORD * Long.BYTES * BLOCK];
    }

    void add(long tagHigh, long tagLow, long row) throws IOException {
        int partition = (int) Math.unsignedMultiplyHigh(tagHigh, sizes.length);
        if (filled[partition] == RECORD * block) {
            spill(partition);
        }
        var buffer = buffers[partition];
        int at = filled[partition];
        buffer[at] = tagHigh;
        buffer[at + 1] = tagLow;
        buffer[at + 2] = row;
        filled[partition] = at + RECORD;
        sizes[partition]++;
    }

    private void spill(int partition) throws IOException {
        if (blocks == before.length) {
            before = Arrays.copyOf(before, 2 * blocks);
        }
        before[blocks] = last[partition];
        last[partition] = blocks++;
        for (int from = 0; from < filled[partition]; from += RECORD * BLOCK) {
            int now = Math.min(RECORD * BLOCK, filled[partition] - from);
            longs(bytes).put(buffers[partition], from, now);
            out.write(bytes, 0, now * Long.BYTES);
        }
        filled[partition] = 0;
    }

    private static LongBuffer longs(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asLongBuffer();
    }

    /// Sorts all that was added; nothing can be added afterwards.
    TagSet sorted() throws IOException, InterruptedException {
        out.close();
        try (var in = new RandomAccessFile(file.toFile(), "r");
                var writer = new TagSetWriter(folder)) {
            Files.delete(file); // its disk is free once it is closed, come what may
            int largest = 0;
            long total = 0;
            for (long size : sizes) {
                largest = Math.max(largest, (int) Math.min(size, most));
                total += size;
            }
            var sort = new InMemory(largest);
            for (int partition = 0; partition < sizes.length; partition++) {
                if (sizes[partition] <= most) {
                    read(partition, in, sort::add);
                    sort.write(writer);
                } else {
                    sortInRuns(partition, in, writer);
                }
                progress.report("sorting", writer.rows(), total, "rows");
            }
            return writer.finish();
        }
    }

    private void sortInRuns(int partition, RandomAccessFile in, TagSetWriter writer)
            throws IOException, InterruptedException {
        var runs = new TagRuns(folder, sizes[partition]);
        read(partition, in, runs::add);
        try (var merge = new TagMerge(runs.finish())) {
            for (long done = 0; merge.hasNext(); done++) {
                long high = merge.high();
                long low = merge.low();
                writer.add(high, low, merge.takeRow());
                if (done % REPORTED == 0) {
                    progress.report("sorting", writer.rows(), 0, "rows");
                }
            }
        }
    }

    @FunctionalInterface
    private interface Taker {
        void take(long high, long low, long row) throws IOException;
    }

    private void read(int partition, RandomAccessFile in, Taker taker) throws IOException {
        give(buffers[partition], filled[partition], taker);
        for (int at = last[partition]; at >= 0; at = before[at]) {
            in.seek((long) at * RECORD * Long.BYTES * block);
            for (int left = RECORD * block; left > 0; left -= RECORD * BLOCK) {
                int now = Math.min(RECORD * BLOCK, left);
                in.readFully(bytes, 0, now * Long.BYTES);
                longs(bytes).get(buffers[partition], 0, now);
                give(buffers[partition], now, taker);
            }
        }
        buffers[partition] = new long[0];
    }

    private static void give(long[] records, int length, Taker taker) throws IOException {
        for (int i = 0; i < length; i += RECORD) {
            taker.take(records[i], records[i + 1], records[i + 2]);
        }
    }

    /// One partition that fits.
    private static final class InMemory {
        private final long[] high;
        private final long[] low;
        private final long[] rows;
        private final TagSorter sorter;
        private int count;

        InMemory(int capacity) {
            high = new long[capacity];
            low = new long[capacity];
            rows = new long[capacity];
            sorter = new TagSorter(capacity);
        }

        void add(long tagHigh, long tagLow, long row) {
            high[count] = tagHigh;
            low[count] = tagLow;
            rows[count] = row;
            count++;
        }

        void write(TagSetWriter writer) throws IOException {
            sorter.sort(high, low, count);
            for (int place = 0; place < count; place++) {
                int index = sorter.index(place);
                writer.add(high[index], low[index], rows[index]);
            }
            count = 0;
        }
    }
}
