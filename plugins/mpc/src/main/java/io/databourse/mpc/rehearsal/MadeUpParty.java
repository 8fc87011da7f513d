package io.databourse.mpc.rehearsal;

import io.databourse.plugin.Channel;
import io.databourse.plugin.Checkpoint;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Progress;
import io.databourse.plugin.ResultSink;
import io.databourse.plugin.Schema;
import io.databourse.plugin.WorkMeter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// One party of a rehearsal. It counts the rows of its result and keeps nothing.
final class MadeUpParty implements PartyContext, ResultSink, WorkMeter, Checkpoint {
    private final Party self;
    private final List<Party> parties;
    private final Dataset input;
    private final MadeUpLines lines;
    private final Path workspace;
    private long written;

    MadeUpParty(Party self, List<Party> parties, Dataset input, MadeUpLines lines, Path folder)
            throws IOException {
        this.self = self;
        this.parties = parties;
        this.input = input;
        this.lines = lines;
        this.workspace = Files.createTempDirectory(folder, self.id());
    }

    long written() {
        return written;
    }

    @Override
    public String jobId() {
        return "00000000-0000-0000-0000-000000000000";
    }

    @Override
    public Party self() {
        return self;
    }

    @Override
    public List<Party> parties() {
        return parties;
    }

    @Override
    public Parameters parameters() {
        return Parameters.none();
    }

    @Override
    public Dataset input(String name) {
        return Guises.of(Dataset.class, input);
    }

    @Override
    public Channel channel(String peer) {
        return Guises.of(Channel.class, lines.between(self.id(), peer));
    }

    @Override
    public ResultSink result(String name) {
        return Guises.of(ResultSink.class, this);
    }

    @Override
    public Progress progress() {
        return Guises.of(Progress.class, (_, _, _, _) -> {});
    }

    @Override
    public Checkpoint checkpoint() {
        return this;
    }

    @Override
    public WorkMeter meter() {
        return Guises.of(WorkMeter.class, this);
    }

    @Override
    public Path workspace() {
        return workspace;
    }

    @Override
    public SecureRandom random() {
        return new SecureRandom();
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void begin(Schema schema) {}

    @Override
    public void write(Chunk chunk) {
        written += chunk.rows();
    }

    @Override
    public OutputStream file(String mediaType) {
        return OutputStream.nullOutputStream();
    }

    @Override
    public void count(String meter, long amount) {}

    @Override
    public void learned(String name, long value) {}

    @Override
    public void keysDestroyed() {}

    @Override
    public Optional<byte[]> load() {
        return Optional.empty();
    }

    @Override
    public void save(byte[] state) {}
}
