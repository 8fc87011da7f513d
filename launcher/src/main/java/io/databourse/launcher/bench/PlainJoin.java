package io.databourse.launcher.bench;

import com.sun.management.OperatingSystemMXBean;
import io.databourse.launcher.part.Fault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// DuckDB: it makes the two files, and joins them in clear text for comparison.
final class PlainJoin {

    /// @param rows of the result
    record Run(double wallSeconds, double cpuSeconds, long rows) {}

    /// Enough for the largest join to stay in memory.
    private static final String MEMORY = "5GB";

    private static final long FACTOR = 2_038_074_743;

    private final Path folder;

    PlainJoin(Path folder) {
        this.folder = folder;
    }

    Path left(long rows) {
        return folder.resolve("left-" + rows + ".parquet");
    }

    Path right(long rows) {
        return folder.resolve("right-" + rows + ".parquet");
    }

    /// Two files of that many rows, half of them in both, each in a scattered order that is the
    /// same at every run.
    void makeFiles(long rows) {
        if (Files.exists(left(rows)) && Files.exists(right(rows))) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Fault("cannot make " + folder, e);
        }
        execute(copy(left(rows), "'BK' || lpad(i::varchar, 9, '0') as customer_id", 0, rows));
        execute(copy(right(rows), "i % 50 as flights", rows / 2, rows));
    }

    Run join(long rows) {
        Path result = folder.resolve("joined-" + rows + ".csv");
        long cpu = cpu();
        long begin = System.nanoTime();
        execute(
                "copy (select customer_id from '%s' semi join '%s' using (mobile)) to '%s' (header)"
                        .formatted(left(rows), right(rows), result));
        double wall = (System.nanoTime() - begin) / 1e9;
        double busy = (cpu() - cpu) / 1e9;
        return new Run(wall, busy, count(result));
    }

    /// The keys are scattered by multiplication, which takes no memory as sorting them would: the
    /// factor is a prime that divides no number of rows.
    private static String copy(Path file, String payload, long from, long rows) {
        return """
        copy (select %s, '1' || lpad((3000000000 + i)::varchar, 10, '0') as mobile
              from (select %d + n * %d %% %d as i from range(%d) r(n)))
        to '%s' (format parquet)\
        """
                .formatted(payload, from, FACTOR, rows, rows, file);
    }

    private static long count(Path csv) {
        try (var lines = Files.lines(csv)) {
            return lines.count() - 1;
        } catch (IOException e) {
            throw new Fault("cannot read " + csv, e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set memory_limit = '%s'".formatted(MEMORY));
            statement.execute("set temp_directory = '%s'".formatted(folder.resolve("duckdb")));
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Fault("DuckDB failed", e);
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
