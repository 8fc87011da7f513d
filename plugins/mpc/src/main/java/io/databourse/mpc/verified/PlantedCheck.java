package io.databourse.mpc.verified;

import io.databourse.mpc.LongReader;
import io.databourse.mpc.MatchedRows;
import io.databourse.mpc.Peer;
import io.databourse.mpc.RankReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The receiver's check of what the compute node says: all copies of a key match or none, the keys
/// planted to match do, and those planted not to do not.
final class PlantedCheck {
    private final Peer compute;
    private final Planting planting;

    /// Matching copies of each key, a byte each, in a mapped file so that the heap does not grow.
    private final MemorySegment counts;

    private PlantedCheck(Peer compute, Planting planting, MemorySegment counts) {
        this.compute = compute;
        this.planting = planting;
        this.counts = counts;
    }

    /// Marks the keys that match; fails if the compute node has cheated.
    ///
    /// @param own how many keys are not planted
    static void run(
            Peer compute,
            Planting planting,
            PlantedTags.Ready tags,
            RankReader ranks,
            long own,
            MatchedRows matched)
            throws IOException, InterruptedException {
        long keys = own + (long) Planting.AT_RECEIVER * planting.dummies();
        try (var arena = Arena.ofConfined();
                var order = new LongReader(tags.order())) {
            var check =
                    new PlantedCheck(
                            compute,
                            planting,
                            map(tags.order().resolveSibling("counts"), keys, arena));
            check.count(ranks, order);
            check.judge(own, matched);
        }
    }

    private static MemorySegment map(Path file, long size, Arena arena) throws IOException {
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption
                                .TRUNCATE_EXISTING, // an earlier attempt may have got here
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
        }
    }

    private void count(RankReader ranks, LongReader order)
            throws IOException, InterruptedException {
        for (long place = -1; ranks.hasNext(); ) {
            long key = 0;
            for (long rank = ranks.next(); place < rank; place++) {
                key = order.next() / planting.copies();
            }
            int count = counts.get(ValueLayout.JAVA_BYTE, key) + 1;
            counts.set(ValueLayout.JAVA_BYTE, key, (byte) count);
        }
    }

    private void judge(long own, MatchedRows matched) throws IOException {
        long matching = own + planting.dummies();
        for (long key = 0; key < counts.byteSize(); key++) {
            byte count = counts.get(ValueLayout.JAVA_BYTE, key);
            boolean all = count == planting.copies();
            boolean right = key < own ? all || count == 0 : key < matching ? all : count == 0;
            compute.require(
                    right,
                    "an answer that copies and planted identifiers disprove: it has cheated");
            if (key < own && all) {
                matched.mark(key);
            }
        }
    }
}
