package io.databourse.node.child;

import io.databourse.plugin.Channel;
import io.databourse.plugin.Checkpoint;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Journal;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Progress;
import io.databourse.plugin.ResultSink;
import io.databourse.plugin.WorkMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a program gets in a child process.
final class ChildContext implements PartyContext {
    /// The folder of the workspace where held outputs lie.
    static final String HELD = "held";

    private final JobSpec spec;
    private final Map<String, Channel> channels;
    private final Progress progress;
    private final CountingMeter meter = new CountingMeter();
    private final Map<String, FileSink> sinks = new HashMap<>();
    private final ChildHeld held;
    private final Journals journals;
    private final SecureRandom random = new SecureRandom();
    private final Path scratch;

    /// How a journal is reached.
    interface Journals {
        Journal open(String name, String input);
    }

    ChildContext(
            JobSpec spec, Map<String, Channel> channels, Progress progress, Journals journals) {
        this.held = new ChildHeld(spec.workspace().resolve(HELD));
        this.journals = journals;
        this.spec = spec;
        this.channels = channels;
        this.progress = progress;
        this.scratch = spec.workspace().resolve("scratch");
    }

    @Override
    public String jobId() {
        return spec.runId();
    }

    @Override
    public Party self() {
        return spec.party();
    }

    @Override
    public List<Party> parties() {
        return spec.parties();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(spec.parameters());
    }

    @Override
    public Dataset input(String name) {
        return spec.inputs().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> new ChunkDataset(each, scratch))
                .orElseThrow(() -> new IllegalArgumentException("no such input: " + name));
    }

    @Override
    public Channel channel(String peer) {
        var channel = channels.get(peer);
        if (channel == null) {
            throw new IllegalArgumentException("no such peer: " + peer);
        }
        return channel;
    }

    @Override
    public synchronized ResultSink result(String name) {
        if (!self().receivesResult()) {
            throw new IllegalStateException("this party receives no result");
        }
        return sinks.computeIfAbsent(name, each -> new FileSink(each, spec.workspace()));
    }

    @Override
    public HeldOutput held() {
        checkData();
        return held;
    }

    @Override
    public List<HeldOutput.Released> released() {
        return spec.released();
    }

    @Override
    public Journal journal(String name, String input) {
        checkData();
        return journals.open(name, input);
    }

    private void checkData() {
        if (spec.inputs().isEmpty()) {
            throw new IllegalStateException("this party has no data");
        }
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Checkpoint checkpoint() {
        return new FileCheckpoint(spec.workspace().resolve("checkpoint"));
    }

    @Override
    public WorkMeter meter() {
        return meter;
    }

    @Override
    public Path workspace() {
        return scratch;
    }

    @Override
    public SecureRandom random() {
        return random;
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    /// Closes the results and sums the run up.
    ///
    /// @param cpuBefore what the process had used before there was a job
    synchronized ChildReport report(io.databourse.plugin.Outcome outcome, long cpuBefore)
            throws IOException {
        var tables = new ArrayList<ChildReport.Table>();
        var files = new HashMap<String, String>();
        for (var sink : sinks.entrySet()) {
            sink.getValue().table().ifPresent(tables::add);
            sink.getValue().mediaType().ifPresent(type -> files.put(sink.getKey(), type));
        }
        return new ChildReport(
                outcome,
                meter.counts(),
                meter.sizes(),
                meter.destroyed(),
                ProcessUsage.own().less(cpuBefore),
                tables,
                files,
                held.report(),
                sinks.values().stream().anyMatch(FileSink::awaited));
    }
}
