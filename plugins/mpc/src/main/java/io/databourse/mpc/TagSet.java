package io.databourse.mpc;

import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Path;

/// An owner's tags on disk: each tag once, ascending, and beside them the rows they stand for, in
/// the same order. A tag's place is its rank.
///
/// @param tags two numbers a tag
/// @param rows one number a row: the row times two, plus one if its tag is that of the row before
/// @param size number of tags
/// @param rowCount number of rows that have a key
/// @param unreadable rows that were left out because of their key
/// @param checksum of both files
public record TagSet(
        Path tags, Path rows, long size, long rowCount, long unreadable, long checksum) {
    private static final int BLOCK = 1 << 18;

    /// Tags in a workspace.
    static TagSet in(Path workspace, long size, long rowCount, long unreadable, long checksum) {
        return new TagSet(
                workspace.resolve("tags"),
                workspace.resolve("rows"),
                size,
                rowCount,
                unreadable,
                checksum);
    }

    TagSet withUnreadable(long left) {
        return new TagSet(tags, rows, size, rowCount, left, checksum);
    }

    /// What tells two sets apart, and a whole one from a broken one.
    static long checksum(long ofTags, long ofRows) {
        return ofTags << Integer.SIZE | ofRows;
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
