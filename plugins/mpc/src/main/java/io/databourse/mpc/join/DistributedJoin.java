package io.databourse.mpc.join;

import io.databourse.mpc.DistributedOwner;
import io.databourse.mpc.OtherColumns;
import io.databourse.mpc.TagSet;
import io.databourse.mpc.UnusableInputException;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program of both owners in `mpc/psi-join-distributed`. The matches come from an oblivious
/// pseudorandom function ([DistributedOwner]), and what it gives for a key also encrypts that key's
/// record, under a hash of its own: M. Freedman, Y. Ishai, B. Pinkas, O. Reingold, *Keyword Search
/// and Oblivious Pseudorandom Functions* (TCC 2005), and E. De Cristofaro, G. Tsudik, *Practical
/// Private Set Intersection Protocols with Linear Complexity* (FC 2010, ePrint 2009/491, "PSI with
/// data transfer").
///
/// Only once the receiver has said that enough keys match, the other owner sends a label for each
/// place in which it sent an output ([SentLabels]); the receiver can decrypt those of its matches
/// ([ReceivedLabels]).
final class DistributedJoin {
    private final PartyContext context;
    private final DistributedOwner owner;
    private final int length;

    private DistributedJoin(PartyContext context) {
        this.context = context;
        this.owner = new DistributedOwner(context);
        this.length = Label.length(context.parameters());
    }

    static Outcome run(PartyContext context) throws InterruptedException, IOException {
        try {
            var join = new DistributedJoin(context);
            var tags = join.owner.tags();
            return join.owner.receives() ? join.receive(tags) : join.give(tags);
        } finally {
            context.meter().keysDestroyed();
        }
    }

    private Outcome give(TagSet tags) throws InterruptedException, IOException {
        var file = file("places");
        try (var labels = ownLabels()) {
            try (var places = new SentPlaces(file)) {
                owner.give(tags, places);
            }
            if (!owner.verdict().receive()) {
                return owner.verdict().tooSmall();
            }
            var input = context.input(PartyContext.INPUT);
            var columns = input.schema().select(input.columns(ColumnUse.RESULT)).columns();
            OtherColumns.send(columns, owner.peer());
            new SentLabels(context, owner, length).send(tags, file, labels);
            return new Outcome.Completed(1);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private LabelFile ownLabels() throws InterruptedException, IOException {
        try {
            return OwnLabels.make(context, length);
        } catch (UnusableInputException e) {
            throw owner.unusable(e);
        }
    }

    private Outcome receive(TagSet tags) throws InterruptedException, IOException {
        var file = file("found");
        try {
            long places;
            long count;
            try (var matches = new FoundMatches(file)) {
                places = owner.receive(tags, matches);
                count = matches.count();
            }
            if (!owner.verdict().reveal(count)) {
                return owner.verdict().tooSmall();
            }
            write(tags, file, places);
            return new Outcome.Completed(1);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(TagSet tags, Path found, long places)
            throws InterruptedException, IOException {
        var others = OtherColumns.receive(owner.peer());
        long rows = context.input(PartyContext.INPUT).rowCount();
        try (var labels = new LabelFile(file("labels"), tags.size(), length)) {
            new ReceivedLabels(context, owner, length).receive(places, found, labels);
            try (var byRow = new RankedLabels(labels, tags, rows, file("ranks-by-row"))) {
                JoinedResult.write(context, byRow, others, length);
            }
        }
    }

    private Path file(String name) {
        return context.workspace().resolve(name);
    }
}
