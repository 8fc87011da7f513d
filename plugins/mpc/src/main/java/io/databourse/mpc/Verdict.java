package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;

/// How a run between two owners ends: the receiver counts its matches and tells the other owner
/// whether they are enough, and nothing more.
public final class Verdict {
    private final PartyContext context;
    private final Peer peer;
    private final long minimum;

    public Verdict(PartyContext context, Peer peer, long minimum) {
        this.context = context;
        this.peer = peer;
        this.minimum = minimum;
    }

    /// At the receiver: whether there are enough matches, of which the other owner is told.
    public boolean reveal(long count) throws InterruptedException {
        context.meter().learned(PsiCard.INTERSECTION_SIZE, count);
        boolean enough = count >= minimum;
        peer.send(Peer.message(Peer.VERDICT, 1).put(enough ? Peer.REVEALED : Peer.BELOW_MINIMUM));
        return enough;
    }

    /// At the other owner: whether there is a result.
    public boolean receive() throws InterruptedException {
        byte verdict = peer.receive(Peer.VERDICT, 1).get();
        peer.require(verdict == Peer.REVEALED || verdict == Peer.BELOW_MINIMUM, "no verdict");
        return verdict == Peer.REVEALED;
    }

    /// At the other owner, where nothing follows: how the run ends.
    public Outcome end() throws InterruptedException {
        return receive() ? new Outcome.Completed(1) : tooSmall();
    }

    /// How a run ends whose intersection is below the minimum.
    public Outcome tooSmall() {
        return PsiOutcomes.belowMinimum(minimum);
    }
}
