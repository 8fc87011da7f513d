package io.databourse.mpc.many;

import io.databourse.mpc.CommonTags;
import io.databourse.mpc.Peer;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.RankSpool;
import io.databourse.mpc.TagLength;
import io.databourse.mpc.TagStream;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The program of the compute node, which has no data and no key: it merges the ascending tags of
/// all owners and tells the receiver which of its own all the others have.
final class ManyNode {
    private final PartyContext context;
    private final Owners owners;
    private final Peer receiver;
    private final List<Peer> others;

    private ManyNode(PartyContext context) {
        this.context = context;
        this.owners = Owners.of(context);
        this.receiver = peer(owners.receiver());
        this.others = owners.others().stream().map(this::peer).toList();
    }

    private Peer peer(PartyContext.Party party) {
        return new Peer(party.id(), context.channel(party.id()));
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        return new ManyNode(context).run();
    }

    private Outcome run() throws InterruptedException, IOException {
        long mine = size(receiver, PsiCard.RECEIVER_SET_SIZE);
        var sizes = new ArrayList<Long>();
        long sum = 0;
        for (var other : others) {
            long size = size(other, ManyCard.otherSetSize(sizes.size()));
            sizes.add(size);
            sum += size;
        }
        int tagBytes = TagLength.of(mine, sum);
        start(receiver, tagBytes);
        for (var other : others) {
            start(other, tagBytes);
        }
        try (var ranks = new RankSpool(context.workspace().resolve("ranks"))) {
            intersect(mine, sizes, tagBytes, ranks);
            context.meter().learned(PsiCard.INTERSECTION_SIZE, ranks.count());
            return reveal(ranks);
        }
    }

    private long size(Peer owner, String learned) throws InterruptedException {
        var message = owner.receive(Peer.SIZE, 1 + 2 * Long.BYTES);
        owner.requireVersion(message.get());
        owner.require(
                message.getLong() == owners.minimumResultSize(),
                "another minimum result size than the job's");
        long size = message.getLong();
        owner.require(size >= 0 && size < 1L << 48, "a size that cannot be");
        context.meter().learned(learned, size);
        return size;
    }

    private static void start(Peer owner, int tagBytes) throws InterruptedException {
        owner.send(Peer.message(Peer.START, 2).put(Peer.VERSION).put((byte) tagBytes));
    }

    private void intersect(long mine, List<Long> sizes, int tagBytes, RankSpool ranks)
            throws InterruptedException, IOException {
        var myTags = new TagStream(receiver, mine, tagBytes);
        var theirTags = new ArrayList<TagStream>();
        for (int i = 0; i < others.size(); i++) {
            theirTags.add(new TagStream(others.get(i), sizes.get(i), tagBytes));
        }
        CommonTags.find(myTags, theirTags, ranks, context);
        myTags.finish(mine);
        for (int i = 0; i < others.size(); i++) {
            theirTags.get(i).finish(sizes.get(i));
        }
    }

    private Outcome reveal(RankSpool ranks) throws InterruptedException, IOException {
        boolean enough = ranks.count() >= owners.minimumResultSize();
        byte verdict = enough ? Peer.REVEALED : Peer.BELOW_MINIMUM;
        receiver.send(
                Peer.message(Peer.VERDICT, 1 + Long.BYTES)
                        .put(verdict)
                        .putLong(enough ? ranks.count() : 0));
        for (var other : others) {
            other.send(Peer.message(Peer.VERDICT, 1).put(verdict));
        }
        if (!enough) {
            return PsiOutcomes.belowMinimum(owners.minimumResultSize());
        }
        ranks.send(receiver);
        return new Outcome.Completed(1);
    }
}
