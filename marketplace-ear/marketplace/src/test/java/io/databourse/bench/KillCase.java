package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import io.databourse.bench.Worker.Ending;
import io.databourse.harness.FaultPoints.Point;
import io.databourse.harness.TestDatabase;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Instances of the exchange are killed while they meter, and while the one before them still has
/// leases; each takes up the calls that the one before left unanswered.
final class KillCase {
    private static final int ROUNDS = 5;

    private final WorkersCalls calls = new WorkersCalls();
    private final int port;
    private final Trade trade;
    private int kills;

    private KillCase(int port) {
        this.port = port;
        TestDatabase.use(FaultyPostgres.at(port));
        this.trade = new Trade(4);
    }

    /// At random times.
    static List<Measured> run() throws Exception {
        return in(kase -> {
            for (int round = 0; round < ROUNDS; round++) {
                Worker worker = kase.worker(new Ending.Open());
                kase.calls.awaitMore(1);
                Thread.sleep(ThreadLocalRandom.current().nextInt(1000, 4000));
                kase.kill(worker);
            }
        });
    }

    /// At each of the points between quota, books and ledger.
    static List<Measured> atPoints() throws Exception {
        return in(kase -> {
            for (Point point : FaultCases.POINTS) {
                kase.worker(new Ending.Dies(point)).requireEnd(Duration.ofMinutes(5));
                kase.kills++;
            }
        });
    }

    private Worker worker(Ending ending) throws Exception {
        return new Worker(port, trade, calls, ending);
    }

    private void kill(Worker worker) throws InterruptedException {
        worker.kill();
        kills++;
    }

    private static List<Measured> in(Happening happening) throws Exception {
        try (FaultyPostgres postgres =
                new FaultyPostgres(Files.createTempDirectory("bourse-faults"))) {
            KillCase kase = new KillCase(postgres.port());
            happening.to(kase);
            return kase.figures();
        }
    }

    private List<Measured> figures() throws Exception {
        var unanswered = calls.open();
        try (var _ = new Background()) {
            trade.again(unanswered);
        }
        BooksProof.require(calls.sent(), trade.contracts());
        return List.of(
                new Measured("calls", calls.sent().size(), "", null),
                new Measured("kills", kills, "", null),
                new Measured("unanswered_at_the_last", unanswered.size(), "", null));
    }

    private interface Happening {
        void to(KillCase kase) throws Exception;
    }
}
