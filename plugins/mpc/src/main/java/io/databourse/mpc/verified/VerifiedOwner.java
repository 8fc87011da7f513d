package io.databourse.mpc.verified;

import io.databourse.mpc.JobKey;
import io.databourse.mpc.KeptTags;
import io.databourse.mpc.MatchedResult;
import io.databourse.mpc.MatchedRows;
import io.databourse.mpc.OwnTags;
import io.databourse.mpc.Parties;
import io.databourse.mpc.Peer;
import io.databourse.mpc.PsiCard;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.RankReader;
import io.databourse.mpc.TagSet;
import io.databourse.mpc.Tagger;
import io.databourse.mpc.WrongMessageException;
import io.databourse.plugin.Channel;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The program of an owner: as in `mpc/psi`, but it sends copies of its tags among planted ones
/// ([PlantedTags]), and the receiver checks the answer ([PlantedCheck]) and tells the other owner
/// how the check ended. Own tags never leave, and can be kept for the next attempt; copies and
/// planted tags are made anew under its key, so that a compute node that made an attempt fail knows
/// nothing of those that it sees next.
final class VerifiedOwner {
    private final PartyContext context;
    private final Parties parties;
    private final Planting planting;
    private final Peer compute;
    private final Peer owner;
    private final boolean receives;

    private VerifiedOwner(PartyContext context) {
        this.context = context;
        this.parties = Parties.of(context);
        this.planting = Planting.of(context.parameters());
        this.compute = peer(Parties.compute(context).id());
        this.owner = peer(parties.otherThan(context.self()).id());
        this.receives = context.self().equals(parties.receiver());
    }

    private Peer peer(String id) {
        return new Peer(id, context.channel(id));
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        return new VerifiedOwner(context).run();
    }

    private Outcome run() throws InterruptedException, IOException {
        TagSet own;
        PlantedTags.Ready tags;
        try (var key = JobKey.agree(context, parties);
                var tagger = new Tagger(key, context.jobId())) {
            own =
                    KeptTags.orMake(
                            context, owner, key.publicSeed(), () -> OwnTags.make(tagger, context));
            int kinds = receives ? Planting.AT_RECEIVER : Planting.MATCHING;
            tags = PlantedTags.make(own, kinds, planting, tagger, context);
        } finally {
            context.meter().keysDestroyed();
        }
        compute.send(
                Peer.message(Peer.SIZE, 1 + 2 * Long.BYTES)
                        .put(Peer.VERSION)
                        .putLong(parties.minimumResultSize())
                        .putLong(tags.size()));
        tags.send(compute, context);
        return receives ? receive(own, tags) : waitForVerdict();
    }

    private Outcome receive(TagSet own, PlantedTags.Ready tags)
            throws InterruptedException, IOException {
        try (var matched = new MatchedRows(context, own)) {
            boolean revealed = check(own, tags, matched);
            tell(revealed ? Peer.REVEALED : Peer.BELOW_MINIMUM);
            if (!revealed) {
                return tooSmall();
            }
            MatchedResult.write(matched, context);
        }
        return new Outcome.Completed(1);
    }

    private void tell(byte verdict) throws InterruptedException {
        owner.send(Peer.message(Peer.CHECKED, 1).put(verdict));
    }

    /// Whether there is a result, and it stands the check; the other owner is told if it does not.
    private boolean check(TagSet own, PlantedTags.Ready tags, MatchedRows matched)
            throws InterruptedException, IOException {
        try {
            return isRevealed(own, tags, matched);
        } catch (WrongMessageException e) {
            try {
                tell(Peer.DISPROVED);
            } catch (Channel.PeerLostException lost) {
                e.addSuppressed(lost); // who cheated says more than who is gone
            }
            throw e;
        }
    }

    private boolean isRevealed(TagSet own, PlantedTags.Ready tags, MatchedRows matched)
            throws InterruptedException, IOException {
        var verdict = compute.receive(Peer.VERDICT, 1 + Long.BYTES);
        if (!isRevealed(compute, verdict.get())) {
            return false;
        }
        long matches = verdict.getLong();
        long size = planting.keys(matches, Planting.MATCHING);
        compute.require(
                size >= parties.minimumResultSize() && size <= own.size(),
                "a wrong size of the intersection");
        context.meter().learned(PsiCard.INTERSECTION_SIZE, size);
        var reader = new RankReader(compute, matches, tags.size());
        PlantedCheck.run(compute, planting, tags, reader, own.size(), matched);
        return true;
    }

    private Outcome waitForVerdict() throws InterruptedException {
        boolean revealed = isRevealed(compute, compute.receive(Peer.VERDICT, 1).get());
        byte checked = owner.receive(Peer.CHECKED, 1).get();
        compute.require(
                checked != Peer.DISPROVED,
                "the receiver an answer that its check disproves: it has cheated");
        compute.require(
                isRevealed(owner, checked) == revealed, "a different verdict to each owner");
        return revealed ? new Outcome.Completed(1) : tooSmall();
    }

    private static boolean isRevealed(Peer from, byte code) {
        from.require(code == Peer.REVEALED || code == Peer.BELOW_MINIMUM, "no verdict");
        return code == Peer.REVEALED;
    }

    private Outcome tooSmall() {
        return PsiOutcomes.belowMinimum(parties.minimumResultSize());
    }
}
