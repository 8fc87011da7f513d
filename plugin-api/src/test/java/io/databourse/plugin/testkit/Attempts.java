package io.databourse.plugin.testkit;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One job in several attempts. Each finds the workspaces and checkpoints of the ones before, as a
/// node keeps them for tasks whose card says that they are resumable.
public final class Attempts implements AutoCloseable {
    private final ComputePlugin plugin;
    private final TckCase job;
    private final Map<String, Place> places = new LinkedHashMap<>();

    public Attempts(ComputePlugin plugin, TckCase job) {
        this.plugin = plugin;
        this.job = job;
        job.players().forEach(player -> places.put(player.party().id(), Place.make()));
    }

    /// How an attempt ended, by party.
    ///
    /// @param outcomes without those whose process died
    /// @param rows of the result
    /// @param reports the phases and numbers of all progress, in order
    /// @param counts what the meter counted
    /// @param learned the sizes of others that were seen
    /// @param bytesSent to all others
    /// @param operations sends and receives
    public record Ended(
            Map<String, Outcome> outcomes,
            Map<String, List<List<@Nullable Object>>> rows,
            Map<String, List<String>> reports,
            Map<String, Map<String, Long>> counts,
            Map<String, Map<String, Long>> learned,
            Map<String, Long> bytesSent,
            Map<String, Integer> operations) {}

    /// An attempt in which nothing goes wrong.
    public Ended run() {
        return attempt(Fault.NONE);
    }

    /// An attempt in which a party's process dies at its n-th send or receive, if it comes so far.
    public Ended dieAt(String party, int operation) {
        return attempt(new Fault(Fault.Kind.DISCONNECT, party, operation));
    }

    /// An attempt in which a party's process dies when it has come so far in a phase.
    public Ended dieIn(String party, String phase, long done) {
        place(party).dieIn(phase, done);
        return attempt(Fault.NONE);
    }

    /// The party's checkpoint is lost.
    public void forget(String party) {
        place(party).forget();
    }

    /// The party's workspace.
    public Path workspace(String party) {
        return place(party).folder();
    }

    private Place place(String party) {
        return Objects.requireNonNull(places.get(party));
    }

    private Ended attempt(Fault fault) {
        var run = TckRun.of(plugin, job, fault, places);
        var outcomes = new TreeMap<String, Outcome>();
        var rows = new TreeMap<String, List<List<@Nullable Object>>>();
        var reports = new TreeMap<String, List<String>>();
        var counts = new TreeMap<String, Map<String, Long>>();
        var learned = new TreeMap<String, Map<String, Long>>();
        var sent = new TreeMap<String, Long>();
        var operations = new TreeMap<String, Integer>();
        for (var place : places.entrySet()) {
            var party = place.getKey();
            var ended = run.party(party);
            if (ended.thrown() != null && !(ended.thrown() instanceof Fault.Died)) {
                throw new AssertionError(party + " threw", ended.thrown());
            }
            if (ended.outcome() != null) {
                outcomes.put(party, ended.outcome());
            }
            rows.put(party, ended.context().sink().rows());
            reports.put(party, place.getValue().reports());
            counts.put(party, Map.copyOf(ended.context().meter().counts));
            learned.put(party, Map.copyOf(ended.context().meter().sizes));
            operations.put(party, ended.operations());
            sent.put(
                    party,
                    ended.context().channels().values().stream()
                            .mapToLong(MemoryChannel::bytesSent)
                            .sum());
            place.getValue().revive();
        }
        return new Ended(outcomes, rows, reports, counts, learned, sent, operations);
    }

    @Override
    public void close() {
        places.values().forEach(Place::delete);
    }
}
