package io.databourse.mpc.join;

import io.databourse.mpc.JobKey;
import io.databourse.mpc.OtherColumns;
import io.databourse.mpc.Peer;
import io.databourse.mpc.ProxyOwner;
import io.databourse.mpc.RankReader;
import io.databourse.mpc.TagCursor;
import io.databourse.mpc.TagSet;
import io.databourse.mpc.UnusableInputException;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The program of both owners in `mpc/psi-join`. Tags go to the compute node as in `mpc/psi`. If
/// enough of them match, the other owner sends a label for each of its tags, in the same order,
/// encrypted under a key that the compute node lacks ([LabelPad]); the compute node passes on those
/// that match ([JoinNode]), and the receiver decrypts them by its own tags.
final class ProxyJoin {
    private static final long BLOCK = 1 << 16;

    private final PartyContext context;
    private final ProxyOwner proxy;
    private final Peer compute;
    private final Peer owner;
    private final int length;

    private ProxyJoin(PartyContext context) {
        this.context = context;
        this.proxy = new ProxyOwner(context);
        this.compute = proxy.compute();
        this.length = Label.length(context.parameters());
        var id = proxy.parties().otherThan(context.self()).id();
        this.owner = new Peer(id, context.channel(id));
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        try {
            return new ProxyJoin(context).run();
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private Outcome run() throws InterruptedException, IOException {
        TagSet tags;
        byte[] labelKey;
        try (var key = JobKey.agree(context, proxy.parties())) {
            tags = proxy.tags(key);
            labelKey = key.derived("databourse/mpc/psi-join/label/1");
        }
        try {
            var pad = new LabelPad(labelKey, length);
            return proxy.receives() ? receive(tags, pad) : give(tags, pad);
        } finally {
            Arrays.fill(labelKey, (byte) 0);
        }
    }

    private Outcome give(TagSet tags, LabelPad pad) throws InterruptedException, IOException {
        try (var labels = ownLabels()) {
            proxy.send(tags);
            if (!proxy.receiveVerdict()) {
                return proxy.tooSmall();
            }
            var input = context.input(PartyContext.INPUT);
            var columns = input.schema().select(input.columns(ColumnUse.RESULT)).columns();
            OtherColumns.send(columns, owner);
            send(tags, labels, pad);
            return new Outcome.Completed(1);
        }
    }

    private LabelFile ownLabels() throws InterruptedException, IOException {
        try {
            return OwnLabels.make(context, length);
        } catch (UnusableInputException e) {
            throw proxy.unusable(e);
        }
    }

    private void send(TagSet tags, LabelFile labels, LabelPad pad)
            throws InterruptedException, IOException {
        var label = new byte[length];
        var batch = new LabelBatch(compute, length);
        try (var cursor = new TagCursor(tags)) {
            for (long rank = 0; rank < tags.size(); rank++) {
                cursor.moveTo(rank);
                labels.get(cursor.firstRow(), label);
                pad.apply(cursor.high(), cursor.low(), label);
                batch.put(label);
                if (rank % BLOCK == 0) {
                    context.progress().report("labelling", rank, tags.size(), "tags");
                }
            }
        }
        batch.flush();
    }

    private Outcome receive(TagSet tags, LabelPad pad) throws InterruptedException, IOException {
        proxy.send(tags);
        var count = proxy.receiveCount(tags);
        if (count.isEmpty()) {
            return proxy.tooSmall();
        }
        var others = OtherColumns.receive(owner);
        var ranks = context.workspace().resolve("matches");
        MatchedRanks.store(new RankReader(compute, count.getAsLong(), tags.size()), ranks);
        long rows = context.input(PartyContext.INPUT).rowCount();
        try (var labels = new LabelFile(context.workspace().resolve("labels"), rows, length)) {
            receive(tags, new MatchedRanks(ranks, count.getAsLong()), labels, pad);
            JoinedResult.write(context, labels, others, length);
        }
        return new Outcome.Completed(1);
    }

    private void receive(TagSet tags, MatchedRanks ranks, LabelFile labels, LabelPad pad)
            throws InterruptedException, IOException {
        var label = new byte[length];
        ByteBuffer message = ByteBuffer.allocate(0);
        try (ranks;
                var cursor = new TagCursor(tags)) {
            for (long done = 0; done < ranks.count(); done++) {
                if (!message.hasRemaining()) {
                    message = compute.receive(LabelBatch.LABELS);
                    compute.require(message.remaining() % length == 0, "half a label");
                }
                message.get(label);
                cursor.moveTo(ranks.next());
                pad.apply(cursor.high(), cursor.low(), label);
                compute.require(label[0] == Label.PRESENT, "a label that is none");
                for (long row = cursor.nextRow(); row >= 0; row = cursor.nextRow()) {
                    labels.put(row, label);
                }
                if (done % BLOCK == 0) {
                    context.progress().report("receiving", done, ranks.count(), "labels");
                }
            }
        }
        compute.require(!message.hasRemaining(), "more labels than matches");
    }
}
