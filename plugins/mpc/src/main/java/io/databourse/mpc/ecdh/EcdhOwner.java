package io.databourse.mpc.ecdh;

import io.databourse.mpc.JobTerms;
import io.databourse.mpc.MatchedResult;
import io.databourse.mpc.MatchedRows;
import io.databourse.mpc.OwnTags;
import io.databourse.mpc.Peer;
import io.databourse.mpc.PlainTagger;
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
    private static final int BATCH = MaskedExchange.BATCH;

    private final PartyContext context;
    private final MaskedExchange exchange;

    private EcdhOwner(PartyContext context) {
        this.context = context;
        this.exchange = new MaskedExchange(context);
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        try {
            return new EcdhOwner(context).run();
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private Outcome run() throws InterruptedException, IOException {
        JobTerms.agree(context, exchange.peer());
        TagSet tags;
        try (var tagger = new PlainTagger(EcdhTask.NAME, context.jobId())) {
            tags = OwnTags.make(tagger, context);
        }
        int theirs = exchange.sizes(tags.size());
        var matches = new BitSet();
        try (var mask = new Mask(context.random())) {
            var masked = exchange.masked(tags, mask);
            if (exchange.receives()) {
                receive(masked, theirs, mask, matches);
            } else {
                answer(sorted(masked), theirs, mask);
            }
        }
        return exchange.receives() ? reveal(tags, matches) : exchange.verdict().end();
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
            exchange.send(Peer.ECDH_MASKED, mine, done * Element.BYTES, Element.BYTES);
            int now = Math.clamp(theirs - done, 0, BATCH);
            if (now > 0) {
                common.addAll(exchange.twice(exchange.receive(now), mask));
            }
            int answered = Math.clamp(size - done, 0, BATCH);
            if (answered > 0) {
                int bytes = answered * Mask.FINAL_BYTES;
                answers.put(exchange.peer().receive(Peer.ECDH_ANSWER, bytes));
            }
            exchange.report(done, Math.max(size, theirs));
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
            var batch = now > 0 ? exchange.receive(now) : ByteBuffer.allocate(0);
            exchange.send(Peer.ECDH_MASKED, mine, done * Element.BYTES, Element.BYTES);
            exchange.send(Peer.ECDH_ANSWER, exchange.twice(batch, mask), 0, Mask.FINAL_BYTES);
            exchange.report(done, Math.max(size, theirs));
        }
    }

    private Outcome reveal(TagSet tags, BitSet matches) throws InterruptedException, IOException {
        var verdict = exchange.verdict();
        if (!verdict.reveal(matches.cardinality())) {
            return verdict.tooSmall();
        }
        try (var matched = new MatchedRows(context, tags)) {
            for (int rank = matches.nextSetBit(0); rank >= 0; rank = matches.nextSetBit(rank + 1)) {
                matched.mark(rank);
            }
            MatchedResult.write(matched, context);
        }
        return new Outcome.Completed(1);
    }
}
