package io.databourse.bench;

import io.databourse.harness.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringTokenizer;

/// The processor time of PostgreSQL: of the postmaster and of all its processes, those that have
/// ended included. From `/proc`, so on Linux only.
record PostgresUsage(long postmaster, long ticks) {
    private static final double MICROS_A_TICK = 10_000;

    static PostgresUsage now() throws IOException, SQLException {
        long postmaster = findPostmaster();
        return new PostgresUsage(postmaster, count(postmaster));
    }

    double microsSince() throws IOException {
        return (count(postmaster) - ticks) * MICROS_A_TICK;
    }

    private static long findPostmaster() throws IOException, SQLException {
        try (Connection connection = TestDatabase.get().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return fields(row.getLong(1))[1];
        }
    }

    private static long count(long postmaster) throws IOException {
        long[] own = fields(postmaster);
        long sum = own[11] + own[12] + own[13] + own[14];
        List<ProcessHandle> children =
                ProcessHandle.of(postmaster).orElseThrow().children().toList();
        for (ProcessHandle child : children) {
            sum += ofChild(child.pid());
        }
        return sum;
    }

    /// Of one that has ended the postmaster has the time by now, or will have at the next look.
    private static long ofChild(long pid) throws IOException {
        try {
            long[] fields = fields(pid);
            return fields[11] + fields[12];
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /// What follows the name in `/proc/PID/stat`; 1 is the parent, 11 to 14 are the times.
    private static long[] fields(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var words = new StringTokenizer(stat.substring(stat.lastIndexOf(')') + 2));
        long[] fields = new long[15];
        words.nextToken();
        for (int i = 1; i < fields.length; i++) {
            fields[i] = Long.parseLong(words.nextToken());
        }
        return fields;
    }
}
