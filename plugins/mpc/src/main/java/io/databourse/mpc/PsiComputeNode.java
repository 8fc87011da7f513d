package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The program of the neutral compute node, which has no data and no key. It merges two ascending
/// streams of tags, and tells the receiver which of its tags the other owner sent as well, but only
/// if there are enough of them.
final class PsiComputeNode {
    private static final long BLOCK = 1 << 18;

    private final PartyContext context;
    private final Parties parties;
    private final Peer receiver;
    private final Peer other;

    private PsiComputeNode(PartyContext context) {
        this.context = context;
        this.parties = Parties.of(context);
        this.receiver = peer(parties.receiver().id());
        this.other = peer(parties.other().id());
    }

    private Peer peer(String id) {
        return new Peer(id, context.channel(id));
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        return new PsiComputeNode(context).run();
    }

    private Outcome run() throws InterruptedException, IOException {
        long receiverSize = size(receiver);
        long otherSize = size(other);
        context.meter().learned(PsiCard.RECEIVER_SET_SIZE, receiverSize);
        context.meter().learned(PsiCard.OTHER_SET_SIZE, otherSize);
        int tagBytes = TagLength.of(receiverSize, otherSize);
        start(receiver, tagBytes);
        start(other, tagBytes);
        try (var ranks = new RankSpool(context.workspace().resolve("ranks"))) {
            var mine = new TagStream(receiver, receiverSize, tagBytes);
            var theirs = new TagStream(other, otherSize, tagBytes);
            intersect(mine, theirs, ranks, receiverSize + otherSize);
            mine.finish(receiverSize);
            theirs.finish(otherSize);
            context.meter().learned(PsiCard.INTERSECTION_SIZE, ranks.count());
            return reveal(ranks);
        }
    }

    private long size(Peer owner) throws InterruptedException {
        var message = owner.receive(Peer.SIZE, 1 + 2 * Long.BYTES);
        owner.requireVersion(message.get());
        owner.require(
                message.getLong() == parties.minimumResultSize(),
                "another minimum result size than the job's");
        long size = message.getLong();
        owner.require(size >= 0 && size < 1L << 48, "a size that cannot be");
        return size;
    }

    private static void start(Peer owner, int tagBytes) throws InterruptedException {
        owner.send(Peer.message(Peer.START, 2).put(Peer.VERSION).put((byte) tagBytes));
    }

    /// A merge. After a match only the receiver's side moves on, so each of its tags is looked at
    /// once whatever the other side repeats.
    private void intersect(TagStream mine, TagStream theirs, RankSpool ranks, long total)
            throws InterruptedException, IOException {
        long rank = 0;
        long seen = 0;
        boolean both = mine.next() && theirs.next();
        while (both) {
            int order = mine.compareTo(theirs);
            if (order == 0) {
                ranks.add(rank);
            }
            if (order <= 0) {
                rank++;
                both = mine.next();
            } else {
                both = theirs.next();
            }
            if (++seen % BLOCK == 0) {
                context.progress().report("intersecting", seen, total, "tags");
            }
        }
    }

    private Outcome reveal(RankSpool ranks) throws InterruptedException, IOException {
        boolean enough = ranks.count() >= parties.minimumResultSize();
        byte verdict = enough ? Peer.REVEALED : Peer.BELOW_MINIMUM;
        receiver.send(
                Peer.message(Peer.VERDICT, 1 + Long.BYTES)
                        .put(verdict)
                        .putLong(enough ? ranks.count() : 0));
        other.send(Peer.message(Peer.VERDICT, 1).put(verdict));
        if (!enough) {
            return PsiOutcomes.belowMinimum(parties.minimumResultSize());
        }
        ranks.send(receiver);
        return new Outcome.Completed(1);
    }
}
