package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.RoomLauncher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

/// Measures what one job waits for, as each has a JVM of its own: from its first line to the
/// answer, with the rooms started for it. Beside it a JVM that asks bare DuckDB the same. Both read
/// a CSV copy, as jobs do.
///
/// Arguments: `governed` or `bare`, a folder for rooms, the file. Prints milliseconds.
final class JobBench {
    private JobBench() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        var file = Path.of(arguments[2]);
        if (arguments[0].equals("bare")) {
            bare(file);
        } else {
            governed(RoomHost.of(Path.of(arguments[1])), file);
        }
        System.out.println((System.nanoTime() - start) / 1e6);
        System.exit(0);
    }

    private static void bare(Path file) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            SqlBench.execute(connection, "SET threads = 2");
            SqlBench.execute(
                    connection,
                    "CREATE TABLE t AS SELECT * FROM read_csv('%s', header = true, auto_detect = false, columns = {g: 'BIGINT', e: 'BIGINT', x: 'DOUBLE'})"
                            .formatted(file));
            SqlBench.read(connection, SqlBench.BARE);
        }
    }

    private static void governed(RoomHost host, Path file) throws Exception {
        var limits = Limits.standard();
        try (var launcher = RoomLauncher.open(host)) {
            var program = RoomProgram.worker(host);
            try (var parsers =
                            WorkerPool.ofOne(
                                    new RoomWorkers(launcher, program, Work.PARSE, limits));
                    var workers =
                            WorkerPool.ofOne(
                                    new RoomWorkers(launcher, program, Work.QUERY, limits))) {
                var copy = new TableFile("t", file, TableFile.Format.CSV, SqlBench.columns());
                SqlBench.ask(new GovernedQuery(new RoomSyntax(parsers), workers), copy);
            }
        }
    }

    /// Times of `kind` in fresh JVMs.
    static List<Double> times(String kind, Path rooms, Path file, int runs)
            throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (int run = 0; run < runs; run++) {
            var process =
                    new ProcessBuilder(command(kind, rooms, file))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("a job failed: " + text);
            }
            times.add(Double.valueOf(text.strip()));
        }
        return times;
    }

    /// As a node starts a program, with what this process was told of rooms.
    private static List<String> command(String kind, Path rooms, Path file) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        for (var name : List.of(RoomHost.CGROUP, RoomHost.SERVICE_UID)) {
            if (System.getProperty(name) != null) {
                words.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.add(JobBench.class.getName());
        words.addAll(List.of(kind, rooms.toString(), file.toString()));
        return words;
    }
}
