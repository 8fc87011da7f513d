package io.databourse.mpc.sum;

import io.databourse.mpc.LongReader;
import io.databourse.mpc.OtherColumns;
import io.databourse.mpc.TagSet;
import io.databourse.mpc.UnusableInputException;
import io.databourse.mpc.ecdh.ShuffledOwner;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The program of both owners in `mpc/psi-sum-distributed`. The receiver finds which places of the
/// other owner's keys match, in a random order ([ShuffledOwner]); the other owner has its values in
/// that order. The sums over the matching places come from [ObliviousSums].
final class DistributedSum {
    private final PartyContext context;
    private final ShuffledOwner owner;

    private DistributedSum(PartyContext context) {
        this.context = context;
        this.owner = new ShuffledOwner(context, DistributedCard.NAME);
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        try {
            var sum = new DistributedSum(context);
            var tags = sum.owner.tags();
            return sum.owner.receives() ? sum.receive(tags) : sum.give(tags);
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private Outcome give(TagSet tags) throws InterruptedException, IOException {
        var file = ownValues(tags);
        var ranks = owner.give(tags);
        if (!owner.verdict().receive()) {
            return owner.verdict().tooSmall();
        }
        var columns = columns();
        OtherColumns.send(columns, owner.peer());
        var values = shuffled(file, ranks, columns.size());
        new ObliviousSums(owner.peer(), columns.size(), context.jobId())
                .give(values, context.random());
        return new Outcome.Completed(1);
    }

    private List<Schema.Column> columns() {
        var input = context.input(PartyContext.INPUT);
        return input.schema().select(input.columns(ColumnUse.RESULT)).columns();
    }

    private Path ownValues(TagSet tags) throws InterruptedException, IOException {
        try {
            return OwnValues.write(tags, context);
        } catch (UnusableInputException e) {
            throw owner.unusable(e);
        }
    }

    private static long[] shuffled(Path file, int[] ranks, int columns) throws IOException {
        var byRank = new long[ranks.length * columns];
        try (var in = new LongReader(file)) {
            for (int i = 0; i < byRank.length; i++) {
                byRank[i] = in.next();
            }
        }
        var byPlace = new long[byRank.length];
        for (int place = 0; place < ranks.length; place++) {
            System.arraycopy(byRank, ranks[place] * columns, byPlace, place * columns, columns);
        }
        return byPlace;
    }

    private Outcome receive(TagSet tags) throws InterruptedException, IOException {
        var matches = owner.receive(tags);
        int count = matches.cardinality();
        if (!owner.verdict().reveal(count)) {
            return owner.verdict().tooSmall();
        }
        var columns = OtherColumns.receive(owner.peer());
        owner.peer().require(!columns.isEmpty(), "no columns");
        var sums =
                new ObliviousSums(owner.peer(), columns.size(), context.jobId())
                        .choose(matches, owner.theirs(), context.random());
        SumParameters.of(context.parameters()).write(count, columns, sums, context);
        return new Outcome.Completed(1);
    }
}
