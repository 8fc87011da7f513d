package io.databourse.mpc.verified;

import io.databourse.mpc.CommonTags;
import io.databourse.mpc.Parties;
import io.databourse.mpc.Peer;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.RankSpool;
import io.databourse.mpc.TagLength;
import io.databourse.mpc.TagStream;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.util.List;

/// The program of the compute node, which has no data and no key. It cannot tell copies and planted
/// tags from others, but knows how many there are.
final class VerifiedNode {
    private final PartyContext context;
    private final Parties parties;
    private final Planting planting;
    private final Peer receiver;
    private final Peer other;

    private VerifiedNode(PartyContext context) {
        this.context = context;
        this.parties = Parties.of(context);
        this.planting = Planting.of(context.parameters());
        this.receiver = peer(parties.receiver().id());
        this.other = peer(parties.other().id());
    }

    private Peer peer(String id) {
        return new Peer(id, context.channel(id));
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        return new VerifiedNode(context).run();
    }

    private Outcome run() throws InterruptedException, IOException {
        long mine = size(receiver, Planting.AT_RECEIVER, PsiCard.RECEIVER_SET_SIZE);
        long theirs = size(other, Planting.MATCHING, PsiCard.OTHER_SET_SIZE);
        try (var ranks = new RankSpool(context.workspace().resolve("ranks"))) {
            var myTags = new TagStream(receiver, mine, TagLength.MOST);
            var theirTags = new TagStream(other, theirs, TagLength.MOST);
            CommonTags.find(myTags, List.of(theirTags), ranks, context);
            myTags.finish(mine);
            theirTags.finish(theirs);
            long size = planting.keys(ranks.count(), Planting.MATCHING);
            receiver.require(size >= 0, "tags that are not planted as agreed");
            context.meter().learned(PsiCard.INTERSECTION_SIZE, size);
            return reveal(size, ranks);
        }
    }

    private long size(Peer owner, int kinds, String learned) throws InterruptedException {
        var message = owner.receive(Peer.SIZE, 1 + 2 * Long.BYTES);
        owner.requireVersion(message.get());
        owner.require(
                message.getLong() == parties.minimumResultSize(),
                "another minimum result size than the job's");
        long tags = message.getLong();
        long size = planting.keys(tags, kinds);
        owner.require(size >= 0 && size < 1L << 48, "a size that cannot be");
        context.meter().learned(learned, size);
        return tags;
    }

    private Outcome reveal(long size, RankSpool ranks) throws InterruptedException, IOException {
        boolean enough = size >= parties.minimumResultSize();
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
