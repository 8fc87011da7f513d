package io.databourse.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL that flushes, and to which things can happen.
final class FaultyPostgres implements AutoCloseable {
    /// As `initdb` makes them.
    private static final long LOG_SEGMENT = 16L << 20;

    private static final int TORN = 4096;

    /// As the launcher gives the exchange's data source.
    private static final String OPTIONS =
            "-c idle_in_transaction_session_timeout=30s -c tcp_user_timeout=30s";

    private final Path directory;
    private final int port;
    private EmbeddedPostgres running;
    private long postmaster;

    FaultyPostgres(Path directory) throws IOException, SQLException {
        this.directory = directory;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        running = start();
        postmaster = findPostmaster();
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                // The builder's own default is off, and a commit would not wait.
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    int port() {
        return port;
    }

    static DataSource at(int where) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {where});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setOptions(OPTIONS);
        return source;
    }

    private long findPostmaster() throws SQLException, IOException {
        try (Connection connection = at(port).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1)).orElseThrow().parent().orElseThrow().pid();
        }
    }

    /// All its processes at once, as when the machine loses power.
    void kill() throws IOException {
        signal("KILL");
    }

    void freeze() throws IOException {
        signal("STOP");
    }

    void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, "" + postmaster));
        ProcessHandle.of(postmaster)
                .ifPresent(process ->
                        process.children().forEach(child -> command.add("" + child.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How far the log has come.
    long logPosition() throws SQLException {
        return number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    /// @param what a table, and a condition if wanted
    long count(String what) throws SQLException {
        return number("select count(*) from " + what);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = at(port).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Turns over bits of the log just after a position, as a disk does that did not write a block.
    void tearLog(long position) throws IOException {
        long segment = position / LOG_SEGMENT;
        String name = "%08X%08X%08X".formatted(1, segment / 256, segment % 256);
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("pg_wal").resolve(name).toFile(), "rw")) {
            long from = position % LOG_SEGMENT;
            byte[] block = new byte[(int) Math.min(TORN, LOG_SEGMENT - from)];
            file.seek(from);
            file.readFully(block);
            for (int i = 0; i < block.length; i++) {
                block[i] ^= (byte) 0xff;
            }
            file.seek(from);
            file.write(block);
        }
    }

    boolean answers() {
        try (Connection connection = at(port).getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute("select pg_is_in_recovery()");
        } catch (SQLException down) {
            return false;
        }
    }

    /// Starts it on the same files.
    void restart() throws IOException, SQLException {
        running.close();
        running = start();
        postmaster = findPostmaster();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
