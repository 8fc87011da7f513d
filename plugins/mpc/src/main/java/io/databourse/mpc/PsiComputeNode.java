package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The program of the neutral compute node. It tells the receiver which of its tags the other owner
/// sent as well, but only if there are enough of them.
final class PsiComputeNode {
    private PsiComputeNode() {}

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        var node = new ProxyNode(context);
        try (var ranks = new RankSpool(context.workspace().resolve("ranks"))) {
            node.intersect((rank, _) -> ranks.add(rank));
            if (!node.reveal(ranks.count())) {
                return node.tooSmall();
            }
            ranks.send(node.receiver());
            return new Outcome.Completed(1);
        }
    }
}
