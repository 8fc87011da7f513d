package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.RoomLauncher;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// Measures governed SQL beside bare DuckDB in the same process, and prints a JSON line for each
/// figure: `metric`, `value`, `unit`, `baseline`, `spread`.
///
/// Arguments: a folder for files that later runs use again, the case, and the number of rows.
public final class SqlBench {
    private static final int RUNS = 5;
    static final String BARE = "SELECT g, sum(x), count(*) FROM t GROUP BY g";
    private static final String ASKED = "select g, sum(x), count(*) from t group by g";

    private final Path folder;
    private final long rows;

    private SqlBench(Path folder, long rows) {
        this.folder = folder;
        this.rows = rows;
    }

    /// `compile`, `governed-query`, `governed-job`, `group-by-100M` or `distinct-threshold-100M`.
    public static void main(String[] arguments) throws Exception {
        var bench =
                new SqlBench(
                        Files.createDirectories(Path.of(arguments[0])),
                        Long.parseLong(arguments[2]));
        switch (arguments[1]) {
            case "compile" -> bench.compile();
            case "governed-query" -> bench.governedQuery();
            case "governed-job" -> bench.governedJob();
            case "group-by-100M" -> bench.groupBy("\"oneRowPerEntity\":true,");
            case "distinct-threshold-100M" -> bench.groupBy("");
            default -> throw new IllegalArgumentException("no such case: " + arguments[1]);
        }
    }

    private void compile() {
        try (var syntax = new DuckDbSyntax()) {
            var compiler = new Compiler(syntax);
            String sql =
                    "select g, date_trunc('month', d) as m, sum(x) as s, count(*) as n, avg(x) from t"
                            + " where g in (1, 2, 3) and d between '2026-01-01' and '2026-06-30'"
                            + " group by g, m having count(*) > 3 order by s desc limit 10";
            List<GovernedTable> tables = List.of(table("", true));
            for (int warm = 0; warm < 2_000; warm++) {
                compiler.query(tables, sql);
            }
            var compiled = new ArrayList<Double>();
            var parsed = new ArrayList<Double>();
            for (int run = 0; run < 1_000; run++) {
                parsed.add(millis(() -> syntax.tree(sql)));
                compiled.add(millis(() -> compiler.query(tables, sql)));
            }
            print("wall_ms", "ms", compiled, parsed);
        }
    }

    private void governedQuery() throws Exception {
        Path file = data();
        var host = RoomHost.of(folder.resolve("rooms"));
        var program = RoomProgram.worker(host);
        try (var launcher = RoomLauncher.open(host);
                var parsers = pool(launcher, program, Work.PARSE);
                var workers = pool(launcher, program, Work.QUERY);
                var bare = bare(file)) {
            warmCompiler();
            var query = new GovernedQuery(new RoomSyntax(parsers), workers);
            var governed = new ArrayList<Double>();
            var plain = new ArrayList<Double>();
            var over = new ArrayList<Double>();
            for (int run = -2; run < 2 * RUNS; run++) {
                settle(parsers);
                settle(workers);
                // What closing the last rooms left to do is not this query's.
                Thread.sleep(200);
                double without = millis(() -> read(bare, BARE));
                double with = millis(() -> ask(query, tableFile(file)));
                if (run >= 0) {
                    governed.add(with);
                    plain.add(without);
                    over.add(with - without);
                }
            }
            print("wall_ms", "ms", governed, plain);
            print("overhead_ms", "ms", over, List.of());
        }
    }

    /// As in a process that has answered before.
    private static void warmCompiler() {
        try (var syntax = new DuckDbSyntax()) {
            for (int warm = 0; warm < 500; warm++) {
                new Compiler(syntax).query(List.of(table("", false)), ASKED);
            }
        }
    }

    private void governedJob() throws Exception {
        Path csv = folder.resolve("sandbox-" + rows + ".csv");
        if (!Files.exists(csv)) {
            try (var connection = bare(data())) {
                execute(connection, "COPY t TO '" + csv + "' (FORMAT csv, HEADER)");
            }
        }
        var rooms = folder.resolve("rooms");
        // What is made once on a machine is not a job's.
        var _ = JobBench.times("governed", rooms, csv, 1);
        var plain = JobBench.times("bare", rooms, csv, RUNS);
        print("wall_ms", "ms", JobBench.times("governed", rooms, csv, RUNS), plain);
    }

    /// Until the pool's workers wait for their requests, as they do between two buyers.
    private static void settle(WorkerPool pool) throws InterruptedException {
        if (!pool.awaitFull(60_000)) {
            throw new IllegalStateException("the workers do not start");
        }
    }

    private static WorkerPool pool(RoomLauncher launcher, RoomProgram program, Work work) {
        var limits = new Limits(1L << 30, 64, 200, Duration.ofMinutes(10), 4 << 20, 64 << 20);
        return new WorkerPool(new RoomWorkers(launcher, program, work, limits), 1);
    }

    static void ask(GovernedQuery query, TableFile file) {
        var answer = query.ask(List.of(table("", false)), ASKED, List.of(file));
        if (!(answer instanceof Answer.Table)) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private void groupBy(String rules) throws Exception {
        Path file = data();
        var governed = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        try (var syntax = new DuckDbSyntax();
                var bare = bare(file)) {
            var compiled =
                    (Compilation.Compiled)
                            new Compiler(syntax).query(List.of(table(rules, false)), ASKED);
            for (int run = -1; run < RUNS; run++) {
                double without = cpuSeconds(() -> read(bare, BARE));
                double with = cpuSeconds(() -> run(compiled.plan(), file));
                if (run >= 0) {
                    governed.add(with);
                    plain.add(without);
                }
            }
        }
        print("cpu_s", "s", governed, plain);
    }

    /// As a worker does it, its engine's start included, without the room around it.
    private static void run(Plan plan, Path file) {
        try (RoomEngine engine = RoomEngine.start(2, 2_000)) {
            engine.run(
                    new Wire.Request(plan.sql(), List.of(tableFile(file)), plan.limits()),
                    new DataOutputStream(new ByteArrayOutputStream()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static GovernedTable table(String more, boolean withDay) {
        String rules =
                """
                {%s"entityKey":"e","columns":{"g":{"role":"DIMENSION"},"d":{"role":"DIMENSION"},
                 "e":{"role":"ENTITY"},"x":{"role":"MEASURE","aggregates":["sum","avg","count"]}},
                 "minimumEntities":10}
                """
                        .formatted(more);
        SequencedMap<String, Type> columns = columns();
        if (withDay) {
            columns.put("d", Type.DATE);
        }
        return new GovernedTable("t", Rules.parse(rules), columns);
    }

    static SequencedMap<String, Type> columns() {
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("g", Type.INTEGER);
        columns.put("e", Type.INTEGER);
        columns.put("x", Type.DOUBLE);
        return columns;
    }

    private static TableFile tableFile(Path file) {
        return new TableFile("t", file, TableFile.Format.PARQUET, columns());
    }

    /// 1000 groups and a million entities; each group has many of them.
    private Path data() throws Exception {
        Path file = folder.resolve("sandbox-" + rows + ".parquet");
        if (!Files.exists(file)) {
            Path fresh = folder.resolve("sandbox-" + rows + ".fresh");
            try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
                execute(connection, "SET memory_limit = '1500MB'");
                execute(connection, "SET preserve_insertion_order = false");
                execute(
                        connection,
                        ("COPY (SELECT CAST(hash(i) %% 1000 AS BIGINT) AS g, CAST(hash(i * 7 + 1) %%"
                                        + " 1000000 AS BIGINT) AS e, CAST(hash(i + 3) %% 500000 AS DOUBLE) / 100 AS"
                                        + " x FROM range(%d) r(i)) TO '%s' (FORMAT parquet)")
                                .formatted(rows, fresh));
            }
            Files.move(fresh, file);
        }
        return file;
    }

    private static Connection bare(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        execute(connection, "SET threads = 2");
        execute(connection, "SET memory_limit = '2000MB'");
        execute(connection, "SET preserve_insertion_order = false");
        execute(connection, "CREATE VIEW t AS SELECT * FROM read_parquet('" + file + "')");
        return connection;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void read(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                result.getDouble(2);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double cpuSeconds(Runnable work) {
        long start = cpuNanos();
        work.run();
        return (cpuNanos() - start) / 1e9;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static void print(String metric, String unit, List<Double> values, List<Double> base) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "{\"metric\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"spread\":%.4f%s}",
                        metric,
                        median(sorted),
                        unit,
                        sorted[sorted.length - 1] - sorted[0],
                        base.isEmpty()
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        ",\"baseline\":%.4f",
                                        median(
                                                base.stream()
                                                        .mapToDouble(Double::doubleValue)
                                                        .sorted()
                                                        .toArray()))));
    }

    private static double median(double[] sorted) {
        double[] ordered = sorted.clone();
        Arrays.sort(ordered);
        int middle = ordered.length / 2;
        return ordered.length % 2 == 1
                ? ordered[middle]
                : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
