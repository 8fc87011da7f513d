package io.databourse.mpc.rehearsal;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyContext.Party;
import io.databourse.plugin.PartyProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/// One run of a task with all parties in this JVM, over made-up rows and without channels to
/// encrypt. Its keys protect nothing.
public final class Rehearsal {
    private static final List<Party> OWNERS =
            List.of(new Party("p1", "DATA", true), new Party("p2", "DATA", false));

    private final Programs programs;
    private final String task;
    private final List<MadeUpParty> parties = new ArrayList<>();

    /// The program of a role in a task, such as a plugin's.
    @FunctionalInterface
    public interface Programs {
        PartyProgram of(String task, String role);
    }

    private Rehearsal(Programs programs, String task) {
        this.programs = programs;
        this.task = task;
    }

    /// Plays all parties to the end. Half of each owner's rows are the other's too.
    ///
    /// @param rows of each owner
    /// @param folder for the parties' files
    /// @return rows of the result
    /// @throws IllegalStateException if a party does not complete
    public static long run(
            Programs programs, String task, long rows, Path folder, Audience audience)
            throws InterruptedException, IOException {
        var rehearsal = new Rehearsal(programs, task);
        var members = members(task);
        var lines = new MadeUpLines(audience);
        for (var member : members) {
            var input = new MadeUpRows(member.receivesResult() ? 0 : rows / 2, rows);
            rehearsal.parties.add(new MadeUpParty(member, members, input, lines, folder));
        }
        rehearsal.play();
        return rehearsal.parties.getFirst().written();
    }

    private static List<Party> members(String task) {
        if (task.endsWith("-distributed")) {
            return OWNERS;
        }
        var all = new ArrayList<>(OWNERS);
        all.add(new Party("p3", "COMPUTE", false));
        return List.copyOf(all);
    }

    private void play() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(parties.size())) {
            var ends = new ExecutorCompletionService<Outcome>(threads);
            for (var party : parties) {
                var program = programs.of(task, party.self().role());
                ends.submit(() -> program.run(Guises.of(PartyContext.class, party)));
            }
            try {
                for (int i = 0; i < parties.size(); i++) {
                    if (!(ends.take().get() instanceof Outcome.Completed)) {
                        throw new IllegalStateException(task + " did not complete");
                    }
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(task + " failed", e);
            } finally {
                // Who waits for a party that failed would do so for ever.
                threads.shutdownNow();
            }
        }
    }
}
