package io.databourse.mpc;

import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An owner's tags on disk: each tag once, ascending, and beside them the rows they stand for, in
/// the same order. A tag's place is its rank.
///
/// @param tags two numbers a tag
/// @param rows one number a row: the row times two, plus one if its tag is that of the row before
/// @param size number of tags
/// @param rowCount number of rows that have a key
public record TagSet(Path tags, Path rows, long size, long rowCount) {
    private static final int BLOCK = 1 << 18;

    /// Merges runs.
    static TagSet merge(List<Path> runs, long total, PartyContext context)
            throws IOException, InterruptedException {
        var tags = context.workspace().resolve("tags");
        var rows = context.workspace().resolve("rows");
        long size = 0;
        long rowCount = 0;
        try (var merge = new TagMerge(runs);
                var tagsOut = new LongWriter(tags);
                var rowsOut = new LongWriter(rows)) {
            long high = 0;
            long low = 0;
            while (merge.hasNext()) {
                boolean same = size > 0 && merge.high() == high && merge.low() == low;
                if (!same) {
                    high = merge.high();
                    low = merge.low();
                    tagsOut.put(high);
                    tagsOut.put(low);
                    size++;
                }
                rowsOut.put((merge.takeRow() << 1) | (same ? 1 : 0));
                if (++rowCount % BLOCK == 0) {
                    context.progress().report("sorting", rowCount, total, "rows");
                }
            }
        }
        return new TagSet(tags, rows, size, rowCount);
    }

    /// Sends the first bytes of every tag, in order.
    void send(Peer peer, int tagBytes, PartyContext context)
            throws IOException, InterruptedException {
        try (var in = new LongReader(tags)) {
            var out = new TagWriter(peer, tagBytes);
            for (long sent = 0; sent < size; sent++) {
                out.put(in.next(), in.next());
                if (sent % BLOCK == 0) {
                    context.progress().report("sending", sent, size, "tags");
                }
            }
            out.flush();
        }
        peer.send(Peer.message(Peer.TAGS_END, Long.BYTES).putLong(size));
    }
}
