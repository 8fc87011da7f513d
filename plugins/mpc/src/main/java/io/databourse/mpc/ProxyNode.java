package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// What the neutral compute node does in all tasks in proxy form, with no data and no key: it
/// merges two ascending streams of tags and says whether enough of them match. [ProxyOwner] is the
/// other end.
public final class ProxyNode {
    private static final long BLOCK = 1 << 18;

    private final PartyContext context;
    private final Parties parties;
    private final Peer receiver;
    private final Peer other;
    private long receiverSize;
    private long otherSize;

    public ProxyNode(PartyContext context) {
        this.context = context;
        this.parties = Parties.of(context);
        this.receiver = peer(parties.receiver().id());
        this.other = peer(parties.other().id());
    }

    private Peer peer(String id) {
        return new Peer(id, context.channel(id));
    }

    /// The owner who receives the result.
    public Peer receiver() {
        return receiver;
    }

    public Peer other() {
        return other;
    }

    /// Distinct keys of the other owner.
    public long otherSize() {
        return otherSize;
    }

    /// Is told of each match, by the ranks of the tag at both owners; both ascend.
    @FunctionalInterface
    public interface Matches {
        void add(long receiverRank, long otherRank) throws IOException;
    }

    /// Asks for sizes and tags and finds the matches; gives their number.
    public long intersect(Matches matches) throws InterruptedException, IOException {
        receiverSize = size(receiver);
        otherSize = size(other);
        if (receiverSize == ProxyOwner.UNUSABLE || otherSize == ProxyOwner.UNUSABLE) {
            start(0);
            throw new UnusableInputException("an owner's data cannot be used for this job");
        }
        context.meter().learned(PsiCard.RECEIVER_SET_SIZE, receiverSize);
        context.meter().learned(PsiCard.OTHER_SET_SIZE, otherSize);
        int tagBytes = TagLength.of(receiverSize, otherSize);
        start(tagBytes);
        var mine = new TagStream(receiver, receiverSize, tagBytes);
        var theirs = new TagStream(other, otherSize, tagBytes);
        long count = merge(mine, theirs, matches);
        mine.finish(receiverSize);
        theirs.finish(otherSize);
        context.meter().learned(PsiCard.INTERSECTION_SIZE, count);
        return count;
    }

    private long size(Peer owner) throws InterruptedException {
        var message = owner.receive(Peer.SIZE, 1 + 2 * Long.BYTES);
        owner.requireVersion(message.get());
        owner.require(
                message.getLong() == parties.minimumResultSize(),
                "another minimum result size than the job's");
        long size = message.getLong();
        owner.require(size >= ProxyOwner.UNUSABLE && size < 1L << 48, "a size that cannot be");
        return size;
    }

    private void start(int tagBytes) throws InterruptedException {
        for (var owner : new Peer[] {receiver, other}) {
            owner.send(Peer.message(Peer.START, 2).put(Peer.VERSION).put((byte) tagBytes));
        }
    }

    /// A merge. After a match only the receiver's side moves on, so each of its tags is looked at
    /// once whatever the other side repeats.
    private long merge(TagStream mine, TagStream theirs, Matches matches)
            throws InterruptedException, IOException {
        long rank = 0;
        long otherRank = 0;
        long count = 0;
        long seen = 0;
        boolean both = mine.next() && theirs.next();
        while (both) {
            int order = mine.compareTo(theirs);
            if (order == 0) {
                matches.add(rank, otherRank);
                count++;
            }
            if (order <= 0) {
                rank++;
                both = mine.next();
            } else {
                otherRank++;
                both = theirs.next();
            }
            if (++seen % BLOCK == 0) {
                context.progress().report("intersecting", seen, receiverSize + otherSize, "tags");
            }
        }
        return count;
    }

    /// Whether the other owner receives the result as well.
    public boolean bothReceive() {
        return parties.bothReceive();
    }

    /// Tells both owners whether there are enough matches, and who receives the result how many.
    public boolean reveal(long count) throws InterruptedException {
        boolean enough = count >= parties.minimumResultSize();
        byte verdict = enough ? Peer.REVEALED : Peer.BELOW_MINIMUM;
        tellCount(receiver, verdict, enough ? count : 0);
        if (bothReceive()) {
            tellCount(other, verdict, enough ? count : 0);
        } else {
            other.send(Peer.message(Peer.VERDICT, 1).put(verdict));
        }
        return enough;
    }

    private static void tellCount(Peer owner, byte verdict, long count)
            throws InterruptedException {
        owner.send(Peer.message(Peer.VERDICT, 1 + Long.BYTES).put(verdict).putLong(count));
    }

    /// How a run ends whose intersection is below the minimum.
    public Outcome tooSmall() {
        return PsiOutcomes.belowMinimum(parties.minimumResultSize());
    }
}
