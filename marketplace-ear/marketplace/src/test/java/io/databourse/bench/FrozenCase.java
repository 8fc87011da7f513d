package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import io.databourse.bench.Worker.Ending;
import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.contract.ContractId;
import io.databourse.harness.Exchange;
import io.databourse.harness.FaultPoints.Moment;
import io.databourse.harness.FaultPoints.Point;
import io.databourse.harness.TestDatabase;
import io.databourse.metering.CallRecord;
import io.databourse.quota.QuotaLeases;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Instances stand still in the middle of their work, as they do when their machine is moved or
/// starved, and later go on as if nothing had been. Meanwhile others sell the same contracts, what
/// the frozen had leased is taken back, and the contracts' epochs rise.
final class FrozenCase {
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CALLERS = 50;

    /// In the middle of a batch of calls, in the middle of booking, and after a commit of which it
    /// does not know yet: one instance for each.
    private static final List<Point> POINTS =
            List.of(
                    new Point(Moment.BEFORE, "insert into metering_tally"),
                    new Point(Moment.AFTER, "insert into ledger_entry"),
                    new Point(Moment.AFTER_COMMIT, "insert into metering_tally"));

    private final Map<UUID, CallRecord> sent = new HashMap<>();
    private final List<CallRecord> unanswered = new ArrayList<>();
    private final QuotaLeases leases;
    private final int port;
    private final Trade trade;
    private double longestWait;

    private FrozenCase(int port) {
        this.port = port;
        TestDatabase.use(FaultyPostgres.at(port));
        this.trade = new Trade(4);
        this.leases = Exchange.get().bean(QuotaLeases.class);
    }

    static List<Measured> run() throws Exception {
        try (FaultyPostgres postgres =
                new FaultyPostgres(Files.createTempDirectory("bourse-faults"))) {
            FrozenCase kase = new FrozenCase(postgres.port());
            kase.freeze();
            return kase.figures();
        }
    }

    private record Zombie(Worker worker, WorkersCalls calls) {}

    private void freeze() throws Exception {
        List<Zombie> zombies = new ArrayList<>();
        for (Point point : POINTS) {
            WorkersCalls calls = new WorkersCalls();
            Ending ending = new Ending.Freezes(point);
            zombies.add(new Zombie(new Worker(port, trade, calls, ending), calls));
        }
        for (Zombie zombie : zombies) {
            zombie.worker.requireFrozen(Duration.ofMinutes(10));
        }
        try (var _ = new Background()) {
            Callers callers = new Callers(trade, CALLERS);
            try (callers) {
                awaitAnswers(callers);
                for (ContractId contract : trade.contracts()) {
                    leases.freeze(OPERATOR, contract, true, "an instance is silent");
                    leases.freeze(OPERATOR, contract, false, "others go on");
                }
                awaitAnswers(callers);
                for (Zombie zombie : zombies) {
                    zombie.worker.thaw();
                    zombie.calls.awaitMore(2 * CALLERS);
                }
            }
            sent.putAll(callers.sent());
        }
        for (Zombie zombie : zombies) {
            zombie.worker.kill();
            sent.putAll(zombie.calls.sent());
            unanswered.addAll(zombie.calls.open());
        }
    }

    /// Waits until calls of every contract are answered, and what silent instances had is back.
    private void awaitAnswers(Callers callers) throws InterruptedException {
        long begin = System.nanoTime();
        Map<ContractId, Long> before = callers.answered();
        while (!trade.contracts().stream()
                .allMatch(contract ->
                        callers.answered().getOrDefault(contract, 0L)
                                > before.getOrDefault(contract, 0L))) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("frozen instances hold up the others");
            }
            leases.reap();
            Thread.sleep(100);
        }
        longestWait = Math.max(longestWait, (System.nanoTime() - begin) / 1e9);
    }

    private List<Measured> figures() throws Exception {
        try (var _ = new Background()) {
            trade.again(unanswered);
        }
        BooksProof.require(sent, trade.contracts());
        return List.of(
                new Measured("calls", sent.size(), "", null),
                new Measured("longest_wait_of_others_s", longestWait, "s", null),
                new Measured("unanswered_at_the_last", unanswered.size(), "", null));
    }
}
