package io.databourse.mpc.ecdh;

import io.databourse.mpc.JobTerms;
import io.databourse.mpc.LongReader;
import io.databourse.mpc.MatchedResult;
import io.databourse.mpc.MatchedRows;
import io.databourse.mpc.OwnTags;
import io.databourse.mpc.Parties;
import io.databourse.mpc.Peer;
import io.databourse.mpc.PlainTagger;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.TagSet;
import io.databourse.mpc.group.Element;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;

/// The program of both owners. After C. Meadows (IEEE S&P 1986) and B. Huberman, M. Franklin, T.
/// Hogg (EC 1999), with secrets a of the receiver and b of the other owner:
///
/// 1. Each hashes its keys to the group and multiplies them by its secret.
/// 2. In rounds, the receiver sends a batch of its `a·H(x)` and the other owner one of its
///    `b·H(y)`, the latter in the order of the bytes, which is a random one.
/// 3. Each multiplies what it got and hashes it; the other owner sends its hashes of `b·a·H(x)`
///    back in the order in which they came.
/// 4. The receiver compares them with its own hashes of `a·b·H(y)`.
final class EcdhOwner {
    /// Elements in a message.
    static final int BATCH = 2048;

    private final PartyContext context;
    private final Parties parties;
    private final Peer peer;
    private final boolean receives;

    private EcdhOwner(PartyContext context) {
        this.context = context;
        this.parties = Parties.of(context);
        var id = parties.otherThan(context.self()).id();
        this.peer = new Peer(id, context.channel(id));
        this.receives = context.self().equals(parties.receiver());
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        try {
            return new EcdhOwner(context).run();
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private Outcome run() throws InterruptedException, IOException {
        JobTerms.agree(context, peer);
        TagSet tags;
        try (var tagger = new PlainTagger(EcdhTask.NAME, context.jobId())) {
            tags = OwnTags.make(tagger, context);
        }
        int theirs = exchangeSizes(tags.size());
        var matches = new BitSet();
        try (var mask = new Mask(context.random())) {
            var masked = mask(tags, mask);
            if (receives) {
                receive(masked, theirs, mask, matches);
            } else {
                answer(sorted(masked), theirs, mask);
            }
        }
        return receives ? reveal(tags, matches) : waitForVerdict();
    }

    private int exchangeSizes(long size) throws InterruptedException {
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
        peer.require(theirs >= 0 && theirs <= EcdhTask.MOST_ROWS, "a size that cannot be");
        context.meter()
                .learned(receives ? PsiCard.OTHER_SET_SIZE : PsiCard.RECEIVER_SET_SIZE, theirs);
        return (int) theirs;
    }

    /// The masked elements of all tags, in the order of the tags.
    private byte[] mask(TagSet tags, Mask mask) throws IOException, InterruptedException {
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

    /// In the order of the bytes: the order of the tags, which are plain hashes, would tell
    /// something about keys that do not match.
    private static byte[] sorted(byte[] masked) {
        var elements = new ArrayList<byte[]>();
        for (int at = 0; at < masked.length; at += Element.BYTES) {
            elements.add(Arrays.copyOfRange(masked, at, at + Element.BYTES));
        }
        elements.sort(Arrays::compareUnsigned);
        var sorted = ByteBuffer.allocate(masked.length);
        elements.forEach(sorted::put);
        return sorted.array();
    }

    private void receive(byte[] mine, int theirs, Mask mask, BitSet matches)
            throws InterruptedException {
        int size = mine.length / Element.BYTES;
        var common = new FinalTags(theirs);
        var answers = ByteBuffer.allocate(size * Mask.FINAL_BYTES);
        for (int done = 0; done < Math.max(size, theirs); done += BATCH) {
            send(Peer.ECDH_MASKED, mine, done * Element.BYTES, Element.BYTES);
            int now = Math.clamp(theirs - done, 0, BATCH);
            if (now > 0) {
                common.addAll(twice(now, mask));
            }
            int answered = Math.clamp(size - done, 0, BATCH);
            if (answered > 0) {
                answers.put(peer.receive(Peer.ECDH_ANSWER, answered * Mask.FINAL_BYTES));
            }
            report(done, Math.max(size, theirs));
        }
        answers.flip();
        for (int rank = 0; rank < size; rank++) {
            matches.set(rank, common.contains(answers.getLong(), answers.getLong()));
        }
    }

    private void answer(byte[] mine, int theirs, Mask mask) throws InterruptedException {
        int size = mine.length / Element.BYTES;
        for (int done = 0; done < Math.max(size, theirs); done += BATCH) {
            int now = Math.clamp(theirs - done, 0, BATCH);
            var batch =
                    now > 0
                            ? peer.receive(Peer.ECDH_MASKED, now * Element.BYTES)
                            : ByteBuffer.allocate(0);
            send(Peer.ECDH_MASKED, mine, done * Element.BYTES, Element.BYTES);
            send(Peer.ECDH_ANSWER, twice(batch, mask), 0, Mask.FINAL_BYTES);
            report(done, Math.max(size, theirs));
        }
    }

    /// Sends the values from a place on that fit into a batch, if there are any.
    private void send(byte kind, byte[] values, int from, int bytes) throws InterruptedException {
        int length = Math.min(values.length - from, BATCH * bytes);
        if (length > 0) {
            peer.send(Peer.message(kind, length).put(values, from, length));
        }
    }

    private byte[] twice(int count, Mask mask) throws InterruptedException {
        return twice(peer.receive(Peer.ECDH_MASKED, count * Element.BYTES), mask);
    }

    private byte[] twice(ByteBuffer masked, Mask mask) {
        return mask.ofMasked(masked)
                .orElseThrow(() -> peer.wrong("bytes that are no element of the group"));
    }

    private void report(int done, int total) throws InterruptedException {
        context.progress().report("intersecting", done, total, "keys");
    }

    private Outcome reveal(TagSet tags, BitSet matches) throws InterruptedException, IOException {
        context.meter().learned(PsiCard.INTERSECTION_SIZE, matches.cardinality());
        boolean enough = matches.cardinality() >= parties.minimumResultSize();
        peer.send(Peer.message(Peer.VERDICT, 1).put(enough ? Peer.REVEALED : Peer.BELOW_MINIMUM));
        if (!enough) {
            return tooSmall();
        }
        try (var matched = new MatchedRows(context, tags)) {
            for (int rank = matches.nextSetBit(0); rank >= 0; rank = matches.nextSetBit(rank + 1)) {
                matched.mark(rank);
            }
            MatchedResult.write(matched, context);
        }
        return new Outcome.Completed(1);
    }

    private Outcome waitForVerdict() throws InterruptedException {
        byte verdict = peer.receive(Peer.VERDICT, 1).get();
        peer.require(verdict == Peer.REVEALED || verdict == Peer.BELOW_MINIMUM, "no verdict");
        return verdict == Peer.REVEALED ? new Outcome.Completed(1) : tooSmall();
    }

    private Outcome tooSmall() {
        return PsiOutcomes.belowMinimum(parties.minimumResultSize());
    }
}
