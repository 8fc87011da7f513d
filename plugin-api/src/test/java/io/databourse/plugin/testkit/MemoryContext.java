package io.databourse.plugin.testkit;

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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What a program gets from the kit instead of a node.
final class MemoryContext implements PartyContext {
    private final String jobId;
    private final TckCase job;
    private final TckCase.Player player;
    private final Map<String, MemoryChannel> channels;
    private final Place place;
    private final Map<String, MemorySink> sinks = new ConcurrentHashMap<>();
    private final MemoryHeld held = new MemoryHeld();
    private final Meter meter = new Meter();

    MemoryContext(
            String jobId,
            TckCase job,
            TckCase.Player player,
            Map<String, MemoryChannel> channels,
            Place place) {
        this.jobId = jobId;
        this.job = job;
        this.player = player;
        this.channels = channels;
        this.place = place;
    }

    /// What the run counted.
    static final class Meter implements WorkMeter {
        final Map<String, Long> counts = new ConcurrentHashMap<>();
        final Map<String, Long> sizes = new ConcurrentHashMap<>();
        volatile boolean keysDestroyed;

        @Override
        public void count(String meter, long amount) {
            counts.merge(meter, amount, Long::sum);
        }

        @Override
        public void learned(String name, long value) {
            sizes.put(name, value);
        }

        @Override
        public void keysDestroyed() {
            keysDestroyed = true;
        }
    }

    MemorySink sink() {
        return sinks.computeIfAbsent(RESULT, _ -> new MemorySink());
    }

    /// The results that are files, by name.
    Map<String, MemoryFile> files() {
        var files = new TreeMap<String, MemoryFile>();
        sinks.forEach((name, sink) -> sink.written().ifPresent(file -> files.put(name, file)));
        return files;
    }

    @Override
    public String jobId() {
        return jobId;
    }

    @Override
    public Party self() {
        return player.party();
    }

    @Override
    public List<Party> parties() {
        return job.players().stream().map(TckCase.Player::party).toList();
    }

    @Override
    public Parameters parameters() {
        return job.parameters();
    }

    @Override
    public Dataset input(String name) {
        var input = player.inputs().get(name);
        if (input == null) {
            throw new IllegalArgumentException("this party has no such input: " + name);
        }
        return input;
    }

    @Override
    public Channel channel(String peer) {
        var channel = channels.get(peer);
        if (channel == null) {
            throw new IllegalArgumentException("no such peer: " + peer);
        }
        return channel;
    }

    Map<String, MemoryChannel> channels() {
        return channels;
    }

    @Override
    public ResultSink result(String name) {
        if (!player.party().receivesResult()) {
            throw new IllegalStateException("this party receives no result");
        }
        return sinks.computeIfAbsent(name, _ -> new MemorySink());
    }

    @Override
    public MemoryHeld held() {
        checkData();
        return held;
    }

    Set<String> heldNames() {
        return held.outputs().keySet();
    }

    @Override
    public List<HeldOutput.Released> released() {
        var files = new ArrayList<HeldOutput.Released>();
        player.released()
                .forEach((name, file) -> {
                    var path = place.folder().resolve("released-" + name);
                    try {
                        Files.write(path, file.bytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    files.add(new HeldOutput.Released(name, file.mediaType(), path));
                });
        return files;
    }

    @Override
    public Journal journal(String name, String input) {
        checkData();
        var kept = input.equals(INPUT) ? name : name + "/" + input;
        return player.journals().computeIfAbsent(kept, _ -> new MemoryJournal());
    }

    private void checkData() {
        if (player.inputs().isEmpty()) {
            throw new IllegalStateException("this party has no data");
        }
    }

    @Override
    public Progress progress() {
        return (phase, done, total, unit) -> {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            place.reported(phase, done);
        };
    }

    @Override
    public Checkpoint checkpoint() {
        return place;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public Path workspace() {
        return place.folder();
    }

    @Override
    public SecureRandom random() {
        return new SecureRandom();
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }
}
