package io.databourse.mpc.verified;

import io.databourse.mpc.Parties;
import io.databourse.mpc.Peer;
import io.databourse.mpc.PsiOutcomes;
import io.databourse.mpc.RankSpool;
import io.databourse.mpc.TagLength;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/// A compute node that knows what matches and says something else. For small sets, whose tags are
/// in one message.
final class CheatingNode {

    /// What it says instead.
    @FunctionalInterface
    interface Lie {
        /// The ranks to name as matching.
        ///
        /// @param matching the ranks that do match
        /// @param others the ranks that do not
        List<Integer> instead(List<Integer> matching, List<Integer> others);
    }

    private CheatingNode() {}

    static PartyProgram that(Lie lie) {
        return PsiOutcomes.of(context -> run(context, lie));
    }

    private static Outcome run(PartyContext context, Lie lie)
            throws InterruptedException, IOException {
        var parties = Parties.of(context);
        var receiver = peer(context, parties.receiver());
        var other = peer(context, parties.other());
        var mine = tags(receiver);
        var theirs = new HashSet<>(tags(other));
        var matching = new ArrayList<Integer>();
        var others = new ArrayList<Integer>();
        for (int rank = 0; rank < mine.size(); rank++) {
            (theirs.contains(mine.get(rank)) ? matching : others).add(rank);
        }
        Collections.shuffle(matching); // it can choose at will, but knows nothing to choose by
        Collections.shuffle(others);
        try (var ranks = new RankSpool(context.workspace().resolve("ranks"))) {
            for (int rank : new TreeSet<>(lie.instead(matching, others))) {
                ranks.add(rank);
            }
            receiver.send(
                    Peer.message(Peer.VERDICT, 1 + Long.BYTES)
                            .put(Peer.REVEALED)
                            .putLong(ranks.count()));
            other.send(Peer.message(Peer.VERDICT, 1).put(Peer.REVEALED));
            ranks.send(receiver);
        }
        return new Outcome.Completed(1);
    }

    private static Peer peer(PartyContext context, PartyContext.Party party) {
        return new Peer(party.id(), context.channel(party.id()));
    }

    private static List<String> tags(Peer owner) throws InterruptedException {
        owner.receive(Peer.SIZE);
        var message = owner.receive(Peer.TAGS);
        var tags = new ArrayList<String>();
        var tag = new byte[TagLength.MOST];
        while (message.hasRemaining()) {
            message.get(tag);
            tags.add(HexFormat.of().formatHex(tag));
        }
        owner.receive(Peer.TAGS_END, Long.BYTES);
        return tags;
    }
}
