package io.databourse.mpc.join;

import io.databourse.mpc.LongWriter;
import io.databourse.mpc.ProxyNode;
import io.databourse.mpc.RankSpool;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Path;

/// The program of the neutral compute node in `mpc/psi-join`: as in `mpc/psi`, and it passes on the
/// labels of the matches, which it cannot read.
final class JoinNode {
    private final PartyContext context;
    private final ProxyNode node;
    private final int length;

    private JoinNode(PartyContext context) {
        this.context = context;
        this.node = new ProxyNode(context);
        this.length = Label.length(context.parameters());
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        return new JoinNode(context).run();
    }

    private Outcome run() throws InterruptedException, IOException {
        var theirs = context.workspace().resolve("other-ranks");
        try (var ranks = new RankSpool(context.workspace().resolve("ranks"))) {
            try (var others = new LongWriter(theirs)) {
                node.intersect((rank, otherRank) -> {
                    ranks.add(rank);
                    others.put(otherRank);
                });
            }
            if (!node.reveal(ranks.count())) {
                return node.tooSmall();
            }
            ranks.send(node.receiver());
            pass(theirs, ranks.count());
            return new Outcome.Completed(1);
        }
    }

    private void pass(Path theirs, long count) throws InterruptedException, IOException {
        var label = new byte[length];
        var batch = new LabelBatch(node.receiver(), length);
        long rank = 0;
        long left = count;
        try (var matched = new MatchedRanks(theirs, count)) {
            long wanted = left > 0 ? matched.next() : -1;
            while (rank < node.otherSize()) {
                var message = node.other().receive(LabelBatch.LABELS);
                node.other().require(message.remaining() % length == 0, "half a label");
                for (; message.hasRemaining(); rank++) {
                    message.get(label);
                    if (rank == wanted) {
                        batch.put(label);
                        wanted = --left > 0 ? matched.next() : -1;
                    }
                }
                context.progress().report("passing", rank, node.otherSize(), "labels");
            }
            node.other().require(rank == node.otherSize(), "more labels than tags");
        }
        batch.flush();
    }
}
