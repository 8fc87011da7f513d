package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import java.util.ArrayList;
import java.util.List;

/// Calls through the whole meter, batch after batch, with dedupe, quota, receipts, evidence and
/// charges that are split four ways; in turns with [PlainPipeline], so that what else the machine
/// does falls on both.
final class IngestCase {
    private static final int CONTRACTS = 20;
    private static final long WARM = 300_000;
    private static final long MEASURED = 250_000;
    private static final long TURN = 100_000;
    private static final int TURNS = 6;

    private IngestCase() {}

    static List<Measured> split() throws Exception {
        try (var _ = new Background();
                PlainPipeline pipeline = new PlainPipeline()) {
            Trade trade = new Trade(CONTRACTS);
            trade.calls(WARM);
            pipeline.calls(WARM);
            long ours = 0;
            long plain = 0;
            double micros = 0;
            for (int turn = 0; turn < TURNS; turn++) {
                PostgresUsage usage = PostgresUsage.now();
                long begin = System.nanoTime();
                trade.calls(TURN);
                ours += System.nanoTime() - begin;
                micros += usage.microsSince();
                begin = System.nanoTime();
                pipeline.calls(TURN);
                plain += System.nanoTime() - begin;
            }
            double calls = (double) TURNS * TURN;
            return List.of(
                    new Measured("per_s", calls * 1e9 / ours, "1/s", calls * 1e9 / plain),
                    new Measured("ratio", (double) plain / ours, "", null),
                    new Measured("postgres_cpu_us", micros / calls, "us/call", null));
        }
    }

    /// The same when so many calls are stored already.
    static List<Measured> growth() throws Exception {
        List<Measured> figures = new ArrayList<>();
        try (var _ = new Background()) {
            Trade trade = new Trade(CONTRACTS);
            trade.calls(WARM);
            for (long stored : new long[] {100_000, 1_000_000, 10_000_000}) {
                StoredCalls.fill(stored);
                trade.calls(Trade.BATCH);
                PostgresUsage usage = PostgresUsage.now();
                double perSecond = perSecond(trade, MEASURED);
                figures.add(new Measured("per_s_at_" + stored, perSecond, "1/s", null));
                figures.add(
                        new Measured(
                                "postgres_cpu_us_at_" + stored,
                                usage.microsSince() / MEASURED,
                                "us/call",
                                null));
            }
        }
        return figures;
    }

    private static double perSecond(Trade trade, long calls) {
        long begin = System.nanoTime();
        trade.calls(calls);
        return calls * 1e9 / (System.nanoTime() - begin);
    }
}
