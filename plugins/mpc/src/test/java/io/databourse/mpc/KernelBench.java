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
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/// The intersection of two made-up sets with all parties in this JVM, without files to read or
/// channels to encrypt: what the protocol itself costs. Argument: rows a side, 10^7 unless told.
final class KernelBench {
    private static final List<PartyContext.Party> PARTIES =
            List.of(
                    new PartyContext.Party("p1", "DATA", true),
                    new PartyContext.Party("p2", "DATA", false),
                    new PartyContext.Party("p3", "COMPUTE", false));
    private static final Schema SCHEMA =
            new Schema(List.of(new Schema.Column("mobile", Schema.Type.INTEGER, false)));

    private KernelBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        for (int round = 0; round < 3; round++) {
            run(rows);
        }
    }

    private static void run(long rows) throws InterruptedException {
        var queues = new ConcurrentHashMap<String, BlockingQueue<byte[]>>();
        long begin = System.nanoTime();
        var threads =
                PARTIES.stream()
                        .map(party ->
                                Thread.ofPlatform().start(() -> play(party, rows, queues, begin)))
                        .toList();
        for (var thread : threads) {
            thread.join();
        }
        System.out.printf("%d rows a side: %.2f s%n", rows, (System.nanoTime() - begin) / 1e9);
    }

    private static void play(
            PartyContext.Party party,
            long rows,
            Map<String, BlockingQueue<byte[]>> queues,
            long begin) {
        try {
            var context = new Context(party, rows, queues, begin);
            var outcome = new MpcPlugin().program("psi", party.role()).run(context);
            System.out.println(party.id() + " " + outcome + " result rows " + context.written);
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Queues(BlockingQueue<byte[]> out, BlockingQueue<byte[]> in) implements Channel {
        @Override
        public void send(ByteBuffer message) throws InterruptedException {
            var bytes = new byte[message.remaining()];
            message.get(bytes);
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

    private static final class Context implements PartyContext, ResultSink, WorkMeter, Checkpoint {
        private final Party self;
        private final long rows;
        private final Map<String, BlockingQueue<byte[]>> queues;
        private final long begin;
        private final Path workspace = Files.createTempDirectory("psi-bench");
        private String phase = "";
        private long written;

        Context(Party self, long rows, Map<String, BlockingQueue<byte[]>> queues, long begin)
                throws IOException {
            this.self = self;
            this.rows = rows;
            this.queues = queues;
            this.begin = begin;
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
            return PARTIES;
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
            return new Queues(queue(self.id() + peer), queue(peer + self.id()));
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
                if (!name.equals(phase)) {
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
