package io.databourse.mpc.join;

import io.databourse.mpc.DistributedOwner;
import io.databourse.mpc.DistributedPlaces;
import io.databourse.mpc.LongReader;
import io.databourse.mpc.MappedFile;
import io.databourse.mpc.Peer;
import io.databourse.mpc.TagCursor;
import io.databourse.mpc.TagSet;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Sends a label for each place of the other owner's outputs, encrypted. What pads a bucket gets
/// one as well, of zeros, under a value that nobody else has.
final class SentLabels {
    private final PartyContext context;
    private final Peer peer;
    private final OutputPads pads;
    private final int length;
    private final int batch;

    SentLabels(PartyContext context, DistributedOwner owner, int length) {
        this.context = context;
        this.peer = owner.peer();
        this.pads = new OutputPads(owner, length);
        this.length = length;
        this.batch = LabelBatch.labels(length);
    }

    void send(TagSet tags, Path places, LabelFile labels) throws InterruptedException, IOException {
        try (var arena = Arena.ofConfined();
                var in = new LongReader(places)) {
            var rows = firstRows(tags, arena);
            long total = Files.size(places) / SentPlaces.BYTES;
            var values = new long[2 * batch];
            var bytes = new byte[batch * length];
            var label = new byte[length];
            for (long sent = 0; in.hasNext(); sent += batch) {
                int count = 0;
                for (; count < batch && in.hasNext(); count++) {
                    long rank = in.next();
                    if (rank == DistributedPlaces.PADDING) {
                        Arrays.fill(label, (byte) 0);
                    } else {
                        labels.get(rows.getAtIndex(ValueLayout.JAVA_LONG, rank), label);
                    }
                    System.arraycopy(label, 0, bytes, count * length, length);
                    values[2 * count] = in.next();
                    values[2 * count + 1] = in.next();
                }
                pads.apply(values, bytes, count);
                peer.send(
                        Peer.message(LabelBatch.LABELS, count * length)
                                .put(bytes, 0, count * length));
                context.progress().report("sending", sent + count, total, "labels");
            }
        }
    }

    /// For each tag the first row that has it: of rows with the same key the first counts.
    private MemorySegment firstRows(TagSet tags, Arena arena) throws IOException {
        var file = context.workspace().resolve("first-rows");
        var rows = MappedFile.map(file, tags.size() * Long.BYTES, arena);
        try (var cursor = new TagCursor(tags)) {
            for (long rank = 0; rank < tags.size(); rank++) {
                cursor.moveTo(rank);
                rows.setAtIndex(ValueLayout.JAVA_LONG, rank, cursor.firstRow());
            }
        }
        return rows;
    }
}
