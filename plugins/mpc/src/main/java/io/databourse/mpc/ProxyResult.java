package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// How a run ends for an owner that has sent its tags to the compute node: who receives the result
/// writes its own matching rows, another owner is told whether there is a result.
public final class ProxyResult {
    private static final long BLOCK = 1 << 18;

    private ProxyResult() {}

    /// Waits for the compute node's word on the tags.
    public static Outcome receive(PartyContext context, ProxyOwner proxy, TagSet tags)
            throws InterruptedException, IOException {
        if (!context.self().receivesResult()) {
            return proxy.receiveVerdict() ? new Outcome.Completed(1) : proxy.tooSmall();
        }
        var size = proxy.receiveCount(tags);
        if (size.isEmpty()) {
            return proxy.tooSmall();
        }
        try (var matched = new MatchedRows(context, tags)) {
            var ranks = new RankReader(proxy.compute(), size.getAsLong(), tags.size());
            for (long received = 0; ranks.hasNext(); received++) {
                matched.mark(ranks.next());
                if (received % BLOCK == 0) {
                    context.progress().report("receiving", received, size.getAsLong(), "matches");
                }
            }
            MatchedResult.write(matched, context);
        }
        return new Outcome.Completed(1);
    }
}
