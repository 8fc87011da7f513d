package io.databourse.mpc.cardinality;

import io.databourse.mpc.ResultRow;
import io.databourse.mpc.ecdh.ShuffledOwner;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The program of both owners in `mpc/psi-cardinality-distributed`: matches in a random order
/// ([ShuffledOwner]), which the receiver counts.
final class DistributedPrograms {
    private DistributedPrograms() {}

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        try {
            return match(new ShuffledOwner(context, DistributedCard.NAME), context);
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private static Outcome match(ShuffledOwner owner, PartyContext context)
            throws InterruptedException, IOException {
        var tags = owner.tags();
        if (!owner.receives()) {
            owner.give(tags);
            return owner.verdict().end();
        }
        long count = owner.receive(tags).cardinality();
        if (!owner.verdict().reveal(count)) {
            return owner.verdict().tooSmall();
        }
        new ResultRow().whole(CardinalityTasks.COUNT, count).write(context);
        return new Outcome.Completed(1);
    }
}
