package io.databourse.mpc.cardinality;

import io.databourse.mpc.ProxyNode;
import io.databourse.mpc.ProxyOwner;
import io.databourse.mpc.ResultRow;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The programs of `mpc/psi-cardinality`: the owners send tags as in `mpc/psi`, and the compute
/// node counts the matches and keeps to itself which they are.
final class ProxyPrograms {
    private ProxyPrograms() {}

    static Outcome owner(PartyContext context) throws InterruptedException, IOException {
        var proxy = new ProxyOwner(context);
        var tags = proxy.tags();
        proxy.send(tags);
        if (!proxy.receives()) {
            return proxy.receiveVerdict() ? new Outcome.Completed(1) : proxy.tooSmall();
        }
        var count = proxy.receiveCount(tags);
        if (count.isEmpty()) {
            return proxy.tooSmall();
        }
        new ResultRow().whole(CardinalityTasks.COUNT, count.getAsLong()).write(context);
        return new Outcome.Completed(1);
    }

    static Outcome node(PartyContext context) throws InterruptedException, IOException {
        var node = new ProxyNode(context);
        long count = node.intersect((_, _) -> {});
        return node.reveal(count) ? new Outcome.Completed(1) : node.tooSmall();
    }
}
