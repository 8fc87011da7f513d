package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import io.databourse.contract.ContractId;
import io.databourse.harness.Exchange;
import io.databourse.harness.FaultPoints;
import io.databourse.harness.FaultPoints.Moment;
import io.databourse.harness.FaultPoints.Point;
import io.databourse.harness.TestDatabase;
import io.databourse.metering.CallMeter;
import io.databourse.metering.CallQueue;
import io.databourse.metering.CallRecord;
import io.databourse.metering.CallResult;
import io.databourse.quota.Hold;
import io.databourse.quota.LeaseBook;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The books' journal is PostgreSQL's log. It breaks off in the middle of a batch that was written
/// and never answered: replay stops there, nothing is invented, and the batch is written anew.
final class TornTailCase {
    private static final int ROUNDS = 3;

    private TornTailCase() {}

    static List<Measured> run() throws Exception {
        try (FaultyPostgres postgres =
                new FaultyPostgres(Files.createTempDirectory("bourse-faults"))) {
            TestDatabase.use(FaultyPostgres.at(postgres.port()));
            Trade trade = new Trade(2);
            Map<UUID, CallRecord> sent = new HashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                sent.putAll(work(trade));
                CallRecord last = trade.call(trade.contracts().getFirst());
                tear(postgres, last);
                sent.put(last.id(), last);
            }
            BooksProof.require(sent, trade.contracts());
            return List.of(
                    new Measured("calls", sent.size(), "", null),
                    new Measured("tails_torn", ROUNDS, "", null));
        }
    }

    /// @return the calls, all of them answered
    private static Map<UUID, CallRecord> work(Trade trade) throws InterruptedException {
        Callers callers;
        try (var _ = new Background()) {
            callers = new Callers(trade, 50);
            try (callers) {
                Thread.sleep(Duration.ofSeconds(2).toMillis());
            }
        }
        return callers.sent();
    }

    /// Nothing but this call writes meanwhile: what comes after the position is its batch.
    private static void tear(FaultyPostgres postgres, CallRecord call) throws Exception {
        ContractId contract = call.contractId();
        Hold hold = Exchange.get().bean(LeaseBook.class).hold(contract, 1);
        long position = postgres.logPosition();
        CallMeter meter = Exchange.get().bean(CallMeter.class);
        FaultPoints.at(
                new Point(Moment.AFTER_COMMIT, "insert into metering_tally"),
                () -> {
                    postgres.kill();
                    postgres.tearLog(position);
                    postgres.restart();
                    if (postgres.count("metering_call where id = '%s'".formatted(call.id())) > 0) {
                        throw new IllegalStateException("the batch survived the tear");
                    }
                    throw new SQLException("the connection was lost", "08006");
                });
        var answer = meter.meter(call, hold);
        int written = 0;
        while (written == 0) {
            for (CallQueue queue : meter.queues()) {
                written += queue.writeWaiting();
            }
        }
        if (FaultPoints.disarm() || !(answer.join() instanceof CallResult.Recorded)) {
            throw new IllegalStateException("not recorded: " + answer);
        }
    }
}
