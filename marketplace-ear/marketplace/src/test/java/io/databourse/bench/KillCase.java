package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import io.databourse.harness.TestDatabase;
import io.databourse.metering.CallRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Instances of the exchange are killed while they meter, and while the one before them still has
/// leases; each takes up the calls that the one before left unanswered.
final class KillCase {
    private static final int ROUNDS = 5;

    private final Map<UUID, CallRecord> sent = new ConcurrentHashMap<>();
    private final Map<UUID, CallRecord> open = new ConcurrentHashMap<>();

    private KillCase() {}

    static List<Measured> run() throws Exception {
        try (FaultyPostgres postgres =
                new FaultyPostgres(Files.createTempDirectory("bourse-faults"))) {
            TestDatabase.use(FaultyPostgres.at(postgres.port()));
            Trade trade = new Trade(4);
            KillCase kills = new KillCase();
            for (int round = 0; round < ROUNDS; round++) {
                kills.round(postgres.port(), trade);
            }
            return kills.figures(trade);
        }
    }

    private List<Measured> figures(Trade trade) throws Exception {
        long unanswered = open.size();
        try (var _ = new Background()) {
            trade.again(open.values());
        }
        BooksProof.require(sent, trade.contracts());
        return List.of(
                new Measured("calls", sent.size(), "", null),
                new Measured("kills", ROUNDS, "", null),
                new Measured("unanswered_at_the_last", unanswered, "", null));
    }

    private void round(int port, Trade trade) throws IOException, InterruptedException {
        Process worker = start(port);
        try (Writer in = worker.outputWriter()) {
            for (var contract : trade.contracts()) {
                in.write("contract " + contract + "\n");
            }
            for (CallRecord call : open.values()) {
                in.write(FaultWorker.line(call) + "\n");
            }
        }
        long end = 0;
        try (BufferedReader out = worker.inputReader()) {
            String line = out.readLine();
            while (line != null) {
                note(line);
                if (end == 0) {
                    end = System.nanoTime() + someSeconds().toNanos();
                }
                if (System.nanoTime() > end && worker.isAlive()) {
                    kill(worker);
                }
                line = out.readLine();
            }
        }
        worker.waitFor();
    }

    /// By its handle: what the worker said before its end is still to be read.
    private static void kill(Process worker) {
        if (!worker.toHandle().destroyForcibly()) {
            throw new IllegalStateException("the worker does not die");
        }
    }

    private static Duration someSeconds() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(1000, 4000));
    }

    private void note(String line) {
        String[] words = line.split(" ");
        if (words.length == 4 && words[0].equals("sent")) {
            CallRecord call = FaultWorker.call(words);
            sent.put(call.id(), call);
            open.put(call.id(), call);
        } else if (words.length == 2 && words[0].equals("answered")) {
            open.remove(UUID.fromString(words[1]));
        }
    }

    private static Process start(int port) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-Dbourse.exchange.dir=" + System.getProperty("bourse.exchange.dir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MoneyBench.class.getName(),
                        "faults/worker",
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
