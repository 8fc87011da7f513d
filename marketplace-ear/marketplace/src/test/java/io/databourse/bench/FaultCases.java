package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import io.databourse.harness.Exchange;
import io.databourse.harness.FaultPoints;
import io.databourse.harness.FaultPoints.Moment;
import io.databourse.harness.FaultPoints.Point;
import io.databourse.harness.TestClock;
import io.databourse.harness.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// What can happen while calls come in, and [BooksProof] after it. A case that fails is an
/// exception; the figures say how much was going on.
final class FaultCases {
    private static final int CALLERS = 200;
    private static final int CONTRACTS = 8;
    private static final int ROUNDS = 5;

    /// Between quota, calls, ledger and charges, and between a commit and its answer.
    static final List<Point> POINTS =
            List.of(
                    new Point(Moment.AFTER, "update quota_lease l set consumed"),
                    new Point(Moment.BEFORE, "insert into metering_tally"),
                    new Point(Moment.BEFORE_COMMIT, "insert into metering_tally"),
                    new Point(Moment.AFTER_COMMIT, "insert into metering_tally"),
                    new Point(Moment.AFTER, "insert into ledger_entry"),
                    new Point(Moment.BEFORE, "update settlement_rating"),
                    new Point(Moment.AFTER, "insert into settlement_charge"),
                    new Point(Moment.AFTER_COMMIT, "insert into metering_slice"));

    private final int port;

    private FaultCases(int port) {
        this.port = port;
    }

    /// All processes of PostgreSQL are killed, time and again, and started on the same files.
    static List<Measured> killPostgres() throws Exception {
        try (FaultyPostgres postgres = new FaultyPostgres(folder())) {
            return new FaultCases(postgres.port())
                    .during(() -> {
                        for (int round = 0; round < ROUNDS; round++) {
                            work(Duration.ofMillis(ThreadLocalRandom.current().nextInt(500, 3000)));
                            postgres.kill();
                            Thread.sleep(500);
                            postgres.restart();
                        }
                        work(Duration.ofSeconds(3));
                    });
        }
    }

    /// All processes of PostgreSQL are killed at each of the points.
    static List<Measured> atPoints() throws Exception {
        try (FaultyPostgres postgres = new FaultyPostgres(folder())) {
            return new FaultCases(postgres.port())
                    .during(() -> {
                        for (Point point : POINTS) {
                            work(Duration.ofSeconds(1));
                            FaultPoints.at(point, postgres::kill);
                            await(point);
                            postgres.restart();
                        }
                        work(Duration.ofSeconds(2));
                    });
        }
    }

    /// PostgreSQL stands still for ten seconds: nobody is told anything, and nothing is sold that
    /// was not leased before.
    static List<Measured> stopPostgres() throws Exception {
        try (FaultyPostgres postgres = new FaultyPostgres(folder())) {
            return new FaultCases(postgres.port())
                    .during(() -> {
                        work(Duration.ofSeconds(3));
                        postgres.freeze();
                        Thread.sleep(10_000);
                        postgres.thaw();
                        work(Duration.ofSeconds(5));
                    });
        }
    }

    /// PostgreSQL commits, and the exchange never hears of it.
    static List<Measured> lostReplies() throws Exception {
        try (FaultyPostgres postgres = new FaultyPostgres(folder());
                CuttingProxy proxy = new CuttingProxy(postgres.port())) {
            List<Measured> figures =
                    new ArrayList<>(
                            new FaultCases(proxy.port())
                                    .during(() -> {
                                        for (int round = 0; round < 4 * ROUNDS; round++) {
                                            work(Duration.ofMillis(500));
                                            proxy.arm();
                                        }
                                        work(Duration.ofSeconds(2));
                                    }));
            if (proxy.cuts() < ROUNDS) {
                throw new IllegalStateException("only " + proxy.cuts() + " answers were lost");
            }
            figures.add(new Measured("answers_lost", proxy.cuts(), "", null));
            return figures;
        }
    }

    /// The clock goes an hour ahead and comes back, and later goes on into the next month.
    static List<Measured> clockJumps() throws Exception {
        try (FaultyPostgres postgres = new FaultyPostgres(folder())) {
            return new FaultCases(postgres.port())
                    .during(() -> {
                        TestClock clock = Exchange.get().clock();
                        work(Duration.ofSeconds(2));
                        clock.advance(Duration.ofHours(1));
                        work(Duration.ofSeconds(2));
                        clock.advance(Duration.ofHours(-1));
                        work(Duration.ofSeconds(2));
                        clock.advance(Duration.ofDays(31));
                        work(Duration.ofSeconds(2));
                    });
        }
    }

    /// The disk is full for a while; PostgreSQL may stop for it.
    static List<Measured> fullDisk() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(400);
                FaultyPostgres postgres = new FaultyPostgres(disk.folder())) {
            return new FaultCases(postgres.port())
                    .during(() -> {
                        work(Duration.ofSeconds(2));
                        disk.fill();
                        work(Duration.ofSeconds(5));
                        disk.free();
                        if (!postgres.answers()) {
                            postgres.kill();
                            postgres.restart();
                        }
                        work(Duration.ofSeconds(3));
                    });
        }
    }

    private List<Measured> during(Happening happening) throws Exception {
        TestDatabase.use(FaultyPostgres.at(port));
        Trade trade = new Trade(CONTRACTS);
        Callers callers;
        try (var _ = new Background()) {
            callers = new Callers(trade, CALLERS);
            try (callers) {
                happening.run();
            }
        }
        BooksProof.require(callers.sent(), trade.contracts());
        return List.of(
                new Measured("calls", callers.sent().size(), "", null),
                new Measured("failures_seen", callers.failures(), "", null),
                new Measured("sent_again_on_purpose", callers.repeats(), "", null));
    }

    private static void await(Point point) throws InterruptedException {
        for (int waited = 0; FaultPoints.isWaiting(); waited++) {
            if (waited > 60) {
                throw new IllegalStateException("nobody came to " + point);
            }
            work(Duration.ofMillis(500));
        }
        work(Duration.ofMillis(500));
    }

    private static void work(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    private static Path folder() throws Exception {
        return Files.createTempDirectory("bourse-faults");
    }

    private interface Happening {
        void run() throws Exception;
    }
}
