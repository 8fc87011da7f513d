package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The program of the neutral compute node. It tells who receives the result which of its tags the
/// other owner sent as well, but only if there are enough of them.
final class PsiComputeNode {
    private PsiComputeNode() {}

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        var node = new ProxyNode(context);
        try (var ranks = spool(context, "ranks");
                var others = spool(context, "other-ranks")) {
            node.intersect((rank, otherRank) -> {
                ranks.add(rank);
                if (node.bothReceive()) {
                    others.add(otherRank);
                }
            });
            if (!node.reveal(ranks.count())) {
                return node.tooSmall();
            }
            ranks.send(node.receiver());
            if (node.bothReceive()) {
                others.send(node.other());
            }
            return new Outcome.Completed(1);
        }
    }

    private static RankSpool spool(PartyContext context, String name) throws IOException {
        return new RankSpool(context.workspace().resolve(name));
    }
}
