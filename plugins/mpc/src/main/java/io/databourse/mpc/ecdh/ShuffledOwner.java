package io.databourse.mpc.ecdh;

import io.databourse.mpc.JobTerms;
import io.databourse.mpc.OwnTags;
import io.databourse.mpc.Peer;
import io.databourse.mpc.PlainTagger;
import io.databourse.mpc.TagSet;
import io.databourse.mpc.TagSorter;
import io.databourse.mpc.UnusableInputException;
import io.databourse.mpc.Verdict;
import io.databourse.mpc.group.Element;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/// Matching between two owners in which nobody learns which of its own keys match. After E. De
/// Cristofaro, P. Gasti, G. Tsudik, *Fast and Private Computation of Cardinality of Set
/// Intersection and Union* (CANS 2012, ePrint 2011/141) and the first phase of M. Ion et al., *On
/// Deploying Secure Computation: Private Intersection-Sum-with-Cardinality* (EuroS&P 2020, ePrint
/// 2019/723), with secrets a of the receiver and b of the other owner:
///
/// 1. Each hashes its keys to the group and multiplies them by its secret. They exchange `a·H(x)`
///    and `b·H(y)`, each in the order of the bytes, which is a random one.
/// 2. Only when the other owner has all of the `a·H(x)`, it multiplies them by b, hashes them, and
///    sends them in the order of the hashes, so that none can be told to belong to any x.
/// 3. The receiver multiplies the `b·H(y)` by a, hashes them, and finds which of them are among
///    those. That tells it places in a random order, and how many there are.
public final class ShuffledOwner {
    private static final int BATCH = MaskedExchange.BATCH;

    private final PartyContext context;
    private final String task;
    private final MaskedExchange exchange;
    private int theirs;

    /// @param task its name, by which its hashes differ from those of others
    public ShuffledOwner(PartyContext context, String task) {
        this.context = context;
        this.task = task;
        this.exchange = new MaskedExchange(context);
    }

    public Peer peer() {
        return exchange.peer();
    }

    public boolean receives() {
        return exchange.receives();
    }

    public Verdict verdict() {
        return exchange.verdict();
    }

    /// How many distinct keys the peer has.
    public int theirs() {
        return theirs;
    }

    /// Tells the other owner that this owner's data cannot be used.
    public UnusableInputException unusable(UnusableInputException cause)
            throws InterruptedException {
        exchange.sizes(MaskedExchange.UNUSABLE);
        return cause;
    }

    /// The tags of the rows, once both owners mean the same by the job.
    public TagSet tags() throws InterruptedException, IOException {
        JobTerms.agree(context, peer());
        try (var tagger = new PlainTagger(task, context.jobId())) {
            return OwnTags.make(tagger, context);
        }
    }

    /// At the receiver: the places of the matches in the other owner's random order.
    public BitSet receive(TagSet tags) throws InterruptedException, IOException {
        theirs = exchange.sizes(tags.size());
        try (var mask = new Mask(context.random())) {
            var mine = sorted(exchange.masked(tags, mask), Element.BYTES).values();
            var places = ByteBuffer.allocate(theirs * Mask.FINAL_BYTES);
            int size = Math.toIntExact(tags.size());
            for (int done = 0; done < Math.max(size, theirs); done += BATCH) {
                exchange.send(Peer.ECDH_MASKED, mine, done * Element.BYTES, Element.BYTES);
                int now = Math.clamp(theirs - done, 0, BATCH);
                if (now > 0) {
                    places.put(exchange.twice(exchange.receive(now), mask));
                }
                exchange.report(done, size + theirs);
            }
            return matches(places.flip(), size);
        }
    }

    private BitSet matches(ByteBuffer places, int size) throws InterruptedException {
        var answers = new FinalTags(size);
        for (int done = 0; done < size; done += BATCH) {
            int now = Math.min(BATCH, size - done);
            var message = peer().receive(Peer.ECDH_ANSWER, now * Mask.FINAL_BYTES);
            var batch = new byte[now * Mask.FINAL_BYTES];
            message.get(batch);
            answers.addAll(batch);
        }
        var matches = new BitSet(theirs);
        for (int place = 0; place < theirs; place++) {
            matches.set(place, answers.contains(places.getLong(), places.getLong()));
        }
        return matches;
    }

    /// At the other owner: which of its tags stands at each place of the random order.
    public int[] give(TagSet tags) throws InterruptedException, IOException {
        theirs = exchange.sizes(tags.size());
        try (var mask = new Mask(context.random())) {
            var mine = sorted(exchange.masked(tags, mask), Element.BYTES);
            var answers = ByteBuffer.allocate(theirs * Mask.FINAL_BYTES);
            int size = Math.toIntExact(tags.size());
            for (int done = 0; done < Math.max(size, theirs); done += BATCH) {
                int now = Math.clamp(theirs - done, 0, BATCH);
                if (now > 0) {
                    answers.put(exchange.twice(exchange.receive(now), mask));
                }
                exchange.send(Peer.ECDH_MASKED, mine.values(), done * Element.BYTES, Element.BYTES);
                exchange.report(done, size + theirs);
            }
            var shuffled = sorted(answers.array(), Mask.FINAL_BYTES).values();
            for (int done = 0; done < theirs; done += BATCH) {
                exchange.send(
                        Peer.ECDH_ANSWER, shuffled, done * Mask.FINAL_BYTES, Mask.FINAL_BYTES);
            }
            return mine.ranks();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // equality is not used
    private record Sorted(byte[] values, int[] ranks) {}

    /// Values of so many bytes in ascending order of their first sixteen, which look random, and
    /// where each of them was.
    private static Sorted sorted(byte[] values, int bytes) {
        int count = values.length / bytes;
        var from = ByteBuffer.wrap(values);
        var high = new long[count];
        var low = new long[count];
        for (int i = 0; i < count; i++) {
            high[i] = from.getLong(i * bytes);
            low[i] = from.getLong(i * bytes + Long.BYTES);
        }
        var sorter = new TagSorter(count);
        sorter.sort(high, low, count);
        var sorted = new byte[values.length];
        var ranks = new int[count];
        for (int place = 0; place < count; place++) {
            ranks[place] = sorter.index(place);
            System.arraycopy(values, ranks[place] * bytes, sorted, place * bytes, bytes);
        }
        return new Sorted(sorted, ranks);
    }
}
