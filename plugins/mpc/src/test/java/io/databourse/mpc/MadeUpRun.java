package io.databourse.mpc;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/// The intersection of two made-up sets with all parties in this JVM, without files to read or
/// channels to encrypt.
final class MadeUpRun {
    private static final Schema SCHEMA =
            new Schema(List.of(new Schema.Column("mobile", Schema.Type.INTEGER, false)));

    private final String task;
    private final long rows;
    private final boolean telling;
    private final boolean recording;
    private final List<PartyContext.Party> parties;
    private final Map<String, BlockingQueue<byte[]>> queues = new ConcurrentHashMap<>();
    private final Map<String, ByteArrayOutputStream> transcripts = new ConcurrentHashMap<>();
    private final Map<String, Long> written = new ConcurrentHashMap<>();
    private final long begin = System.nanoTime();

    private MadeUpRun(String task, long rows, boolean telling, boolean recording) {
        this.task = task;
        this.rows = rows;
        this.telling = telling;
        this.recording = recording;
        var owners =
                List.of(
                        new PartyContext.Party("p1", "DATA", true),
                        new PartyContext.Party("p2", "DATA", false));
        if (task.endsWith("-distributed")) {
            parties = owners;
        } else {
            parties = new ArrayList<>(owners);
            parties.add(new PartyContext.Party("p3", "COMPUTE", false));
        }
    }

    /// Runs it and prints its phases.
    static void tell(String task, long rows) throws InterruptedException {
        new MadeUpRun(task, rows, true, false).run();
    }

    /// Runs it and gives all that was sent, by sender and receiver.
    static Map<String, byte[]> transcripts(String task, long rows) throws InterruptedException {
        var run = new MadeUpRun(task, rows, false, true);
        run.run();
        var all = new TreeMap<String, byte[]>();
        run.transcripts.forEach((link, bytes) -> all.put(link, bytes.toByteArray()));
        return all;
    }

    private void run() throws InterruptedException {
        var threads =
                parties.stream()
                        .map(party -> Thread.ofPlatform().start(() -> play(party)))
                        .toList();
        for (var thread : threads) {
            thread.join();
        }
        boolean totals = task.startsWith("psi-cardinality") || task.startsWith("psi-sum");
        if (!Long.valueOf(totals ? 1 : rows - rows / 2).equals(written.get("p1"))) {
            throw new IllegalStateException("the result has the wrong rows: " + written);
        }
    }

    private void play(PartyContext.Party party) {
        try {
            var context = new Context(party);
            new MpcPlugin().program(task, party.role()).run(context);
            written.put(party.id(), context.written);
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Queues(
            BlockingQueue<byte[]> out,
            BlockingQueue<byte[]> in,
            Optional<ByteArrayOutputStream> transcript)
            implements Channel {
        @Override
        public void send(ByteBuffer message) throws InterruptedException {
            var bytes = new byte[message.remaining()];
            message.get(bytes);
            transcript.ifPresent(all -> all.writeBytes(bytes));
            out.put(bytes);
        }

        @Override
        public Optional<ByteBuffer> receive() throws InterruptedException {
            return Optional.of(ByteBuffer.wrap(in.take()));
        }

        @Override
        public void closeSending() {}

        @Override
        public long bytesSent() {
            return 0;
        }

        @Override
        public long bytesReceived() {
            return 0;
        }
    }

    /// Numbers spread over all mobiles; half of each side's are the other's too.
    private record Made(long first, long rows) implements Dataset {
        @Override
        public Schema schema() {
            return SCHEMA;
        }

        @Override
        public long rowCount() {
            return rows;
        }

        @Override
        public List<String> columns(String use) {
            return List.of("mobile");
        }

        @Override
        public Path asFile(Format format) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Pass chunks(List<String> columns) {
            var values = new long[Chunk.MAX_ROWS];
            return new Pass() {
                private long row;

                @Override
                public Optional<Chunk> next() {
                    int count = (int) Math.min(values.length, rows - row);
                    for (int i = 0; i < count; i++) {
                        long key = first + (row + i) * 7 % rows;
                        values[i] = 13_000_000_000L + key * 2_654_435_761L % 9_999_999_967L;
                    }
                    row += count;
                    return count == 0
                            ? Optional.empty()
                            : Optional.of(
                                    new Chunk(
                                            count, List.of(new Chunk.Longs(values, new long[0]))));
                }

                @Override
                public void close() {}
            };
        }
    }

    private final class Context implements PartyContext, ResultSink, WorkMeter, Checkpoint {
        private final Party self;
        private final Path workspace = Files.createTempDirectory("psi-bench");
        private String phase = "";
        private long written;

        Context(Party self) throws IOException {
            this.self = self;
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
            return new Made(self.receivesResult() ? 0 : rows / 2, rows);
        }

        @Override
        public Channel channel(String peer) {
            var link = self.id() + " " + peer;
            return new Queues(
                    queue(link),
                    queue(peer + " " + self.id()),
                    recording
                            ? Optional.of(
                                    transcripts.computeIfAbsent(
                                            link, _ -> new ByteArrayOutputStream()))
                            : Optional.empty());
        }

        private BlockingQueue<byte[]> queue(String name) {
            return queues.computeIfAbsent(name, _ -> new ArrayBlockingQueue<>(4));
        }

        @Override
        public ResultSink result(String name) {
            return this;
        }

        @Override
        public Progress progress() {
            return (name, done, total, unit) -> {
                if (telling && !name.equals(phase)) {
                    phase = name;
                    System.out.printf(
                            "  %5.2f s %s %s%n",
                            (System.nanoTime() - begin) / 1e9, self.id(), name);
                }
            };
        }

        @Override
        public Checkpoint checkpoint() {
            return this;
        }

        @Override
        public WorkMeter meter() {
            return this;
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
}
