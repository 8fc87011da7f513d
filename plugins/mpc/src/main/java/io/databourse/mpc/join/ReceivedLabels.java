package io.databourse.mpc.join;

import io.databourse.mpc.DistributedOwner;
import io.databourse.mpc.LongReader;
import io.databourse.mpc.Peer;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Receives a label for each place of the other owner's outputs, and decrypts those of the matches.
final class ReceivedLabels {
    private final PartyContext context;
    private final Peer peer;
    private final OutputPads pads;
    private final int length;
    private final int batch;

    /// Of the matches in a message.
    private final long[] ranks;

    private final long[] values;
    private final byte[] bytes;

    ReceivedLabels(PartyContext context, DistributedOwner owner, int length) {
        this.context = context;
        this.peer = owner.peer();
        this.pads = new OutputPads(owner, length);
        this.length = length;
        this.batch = LabelBatch.labels(length);
        this.ranks = new long[batch];
        this.values = new long[2 * batch];
        this.bytes = new byte[batch * length];
    }

    /// @param found what [FoundMatches] wrote
    /// @param labels by the rank of the tag
    void receive(long places, Path found, LabelFile labels)
            throws InterruptedException, IOException {
        try (var matches = new LongReader(found)) {
            long place = matches.hasNext() ? matches.next() : places;
            for (long done = 0; done < places; done += batch) {
                int now = (int) Math.min(batch, places - done);
                var message = peer.receive(LabelBatch.LABELS, now * length);
                int count = 0;
                for (; place < done + now; count++) {
                    pick(message, (int) (place - done), count, matches);
                    place = matches.hasNext() ? matches.next() : places;
                }
                store(count, labels);
                context.progress().report("receiving", done + now, places, "labels");
            }
        }
    }

    private void pick(ByteBuffer message, int place, int count, LongReader matches)
            throws IOException {
        ranks[count] = matches.next();
        values[2 * count] = matches.next();
        values[2 * count + 1] = matches.next();
        message.get(message.position() + place * length, bytes, count * length, length);
    }

    private void store(int count, LabelFile labels) {
        pads.apply(values, bytes, count);
        var label = new byte[length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(bytes, i * length, label, 0, length);
            peer.require(label[0] == Label.PRESENT, "a label that is none");
            labels.put(ranks[i], label);
        }
    }
}
