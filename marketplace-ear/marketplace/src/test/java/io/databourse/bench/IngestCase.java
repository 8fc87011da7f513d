package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import io.databourse.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Calls through the whole meter, batch after batch, with dedupe, quota, receipts, evidence and
/// charges that are split four ways; beside [PlainPipeline].
final class IngestCase {
    private static final int CONTRACTS = 20;
    private static final long WARM = 300_000;
    private static final long MEASURED = 500_000;

    private IngestCase() {}

    static List<Measured> split() throws Exception {
        double plain = PlainPipeline.perSecond(Duration.ofSeconds(10));
        try (var _ = new Background()) {
            Trade trade = new Trade(CONTRACTS);
            trade.calls(WARM);
            PostgresUsage usage = PostgresUsage.now();
            double perSecond = perSecond(trade, MEASURED);
            return List.of(
                    new Measured("per_s", perSecond, "1/s", plain),
                    new Measured("ratio", perSecond / plain, "", null),
                    new Measured(
                            "postgres_cpu_us", usage.microsSince() / MEASURED, "us/call", null));
        }
    }

    /// The same when so many calls are stored already. What is missing is filled in by SQL: calls
    /// of the past, with ids of their time.
    static List<Measured> growth() throws Exception {
        List<Measured> figures = new ArrayList<>();
        try (var _ = new Background()) {
            Trade trade = new Trade(CONTRACTS);
            trade.calls(WARM);
            for (long stored : new long[] {100_000, 1_000_000, 10_000_000}) {
                fill(stored);
                trade.calls(Trade.BATCH);
                PostgresUsage usage = PostgresUsage.now();
                double perSecond = perSecond(trade, MEASURED / 2);
                figures.add(new Measured("per_s_at_" + stored, perSecond, "1/s", null));
                figures.add(
                        new Measured(
                                "postgres_cpu_us_at_" + stored,
                                usage.microsSince() / (MEASURED / 2.0),
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

    private static void fill(long upTo) throws Exception {
        String sql =
                """
                insert into metering_call (id, source, stream, counter, batch, position, outcome,
                    units, rows, bytes, cpu_millis, at)
                select (lpad(to_hex(1000000000000 + ? + i), 12, '0')
                        || '7000800000000000' || lpad(to_hex(i %% 65536), 4, '0'))::uuid,
                    'filler', -1, ? + i, 0, 0, 'HIT', 1, 1, 700, 2, now() - interval '40 days'
                from generate_series(1, ?) i
                """
                        .replace("%%", "%");
        try (Connection connection = TestDatabase.get().dataSource().getConnection()) {
            long stored;
            try (var count = connection.createStatement();
                    var row = count.executeQuery("select count(*) from metering_call")) {
                row.next();
                stored = row.getLong(1);
            }
            if (stored < upTo) {
                try (PreparedStatement insert = connection.prepareStatement(sql)) {
                    insert.setLong(1, stored);
                    insert.setLong(2, stored);
                    insert.setLong(3, upTo - stored);
                    insert.executeUpdate();
                }
            }
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze metering_call");
                statement.execute("checkpoint");
            }
        }
    }
}
