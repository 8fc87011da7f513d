package io.databourse.mpc.ecdh;

import io.databourse.mpc.LongReader;
import io.databourse.mpc.Parties;
import io.databourse.mpc.Peer;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.TagSet;
import io.databourse.mpc.UnusableInputException;
import io.databourse.mpc.Verdict;
import io.databourse.mpc.group.Element;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.ByteBuffer;

/// What two owners who compare masked elements have to do with each other, in whatever order they
/// give the elements back.
final class MaskedExchange {
    /// Elements in a message.
    static final int BATCH = 2048;

    /// Stands for a size where an owner's data cannot be used.
    static final long UNUSABLE = -1;

    private final PartyContext context;
    private final Parties parties;
    private final Peer peer;

    MaskedExchange(PartyContext context) {
        this.context = context;
        this.parties = Parties.of(context);
        var id = parties.otherThan(context.self()).id();
        this.peer = new Peer(id, context.channel(id));
    }

    Peer peer() {
        return peer;
    }

    boolean receives() {
        return context.self().equals(parties.receiver());
    }

    Verdict verdict() {
        return new Verdict(context, peer, parties.minimumResultSize());
    }

    /// Tells the other owner how many keys there are here, or [#UNUSABLE]; gives its number.
    int sizes(long size) throws InterruptedException {
        peer.send(
                Peer.message(Peer.ECDH_SIZE, 1 + 2 * Long.BYTES)
                        .put(Peer.VERSION)
                        .putLong(parties.minimumResultSize())
                        .putLong(size));
        var message = peer.receive(Peer.ECDH_SIZE, 1 + 2 * Long.BYTES);
        peer.requireVersion(message.get());
        peer.require(
                message.getLong() == parties.minimumResultSize(),
                "another minimum result size than the job's");
        long theirs = message.getLong();
        peer.require(theirs >= UNUSABLE && theirs <= EcdhTask.MOST_ROWS, "a size that cannot be");
        if (theirs == UNUSABLE && size != UNUSABLE) {
            throw new UnusableInputException("the other owner's data cannot be used for this job");
        }
        int known = (int) Math.max(0, theirs);
        context.meter()
                .learned(receives() ? PsiCard.OTHER_SET_SIZE : PsiCard.RECEIVER_SET_SIZE, known);
        return known;
    }

    /// The masked elements of all tags, in the order of the tags.
    byte[] masked(TagSet tags, Mask mask) throws IOException, InterruptedException {
        int size = Math.toIntExact(tags.size());
        var all = ByteBuffer.allocate(size * Element.BYTES);
        try (var in = new LongReader(tags.tags())) {
            for (int done = 0; done < size; done += BATCH) {
                var batch = ByteBuffer.allocate(2 * Long.BYTES * Math.min(BATCH, size - done));
                while (batch.hasRemaining()) {
                    batch.putLong(in.next());
                }
                all.put(mask.ofTags(batch.array()));
                context.progress().report("masking", done, size, "keys");
            }
        }
        return all.array();
    }

    /// Sends the values from a place on that fit into a batch, if there are any.
    void send(byte kind, byte[] values, int from, int bytes) throws InterruptedException {
        int length = Math.min(values.length - from, BATCH * bytes);
        if (length > 0) {
            peer.send(Peer.message(kind, length).put(values, from, length));
        }
    }

    /// So many of the other owner's elements, masked by it.
    ByteBuffer receive(int count) throws InterruptedException {
        return peer.receive(Peer.ECDH_MASKED, count * Element.BYTES);
    }

    /// The same masked once more and hashed.
    byte[] twice(ByteBuffer masked, Mask mask) {
        return mask.ofMasked(masked)
                .orElseThrow(() -> peer.wrong("bytes that are no element of the group"));
    }

    void report(int done, int total) throws InterruptedException {
        context.progress().report("intersecting", done, total, "keys");
    }
}
