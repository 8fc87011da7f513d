package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.IOException;

/// The program of both owners in `mpc/psi-distributed`: matches between two ([DistributedOwner]),
/// of which the receiver writes its own rows, or each owner does ([TwoSidedPsi]).
final class DistributedPsi {
    private final PartyContext context;
    private final DistributedOwner owner;

    private DistributedPsi(PartyContext context, DistributedOwner.Cut cut) {
        this.context = context;
        this.owner = new DistributedOwner(context, cut);
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        return run(context, Buckets::of);
    }

    static Outcome run(PartyContext context, DistributedOwner.Cut cut)
            throws InterruptedException, IOException {
        try {
            return new DistributedPsi(context, cut).run();
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private Outcome run() throws InterruptedException, IOException {
        var tags = owner.tags();
        if (owner.bothReceive()) {
            var both = new TwoSidedPsi(context, owner);
            return owner.receives() ? both.find(tags) : both.hear(tags);
        }
        if (!owner.receives()) {
            owner.give(tags);
            return owner.verdict().end();
        }
        var matches = new Matches(tags.size());
        try (var log = MatchLog.open(KeptTags.matches(context), matches, tags.size())) {
            owner.receive(tags, new Logged(matches, log));
        }
        if (!owner.verdict().reveal(matches.count())) {
            return owner.verdict().tooSmall();
        }
        try (var matched = new MatchedRows(context, tags)) {
            matches.mark(matched);
            MatchedResult.write(matched, context);
        }
        return new Outcome.Completed(1);
    }

    /// Keeps what is found, for the next attempt.
    private record Logged(Matches matches, MatchLog log) implements DistributedMatches {
        @Override
        public int buckets() {
            return log.buckets();
        }

        @Override
        public long ranks() {
            return log.ranks();
        }

        @Override
        public void add(long place, long rank, long high, long low) {
            matches.add(rank);
        }

        @Override
        public void finished(long first, int keys) throws IOException {
            log.add(matches, first, keys);
        }
    }
}
