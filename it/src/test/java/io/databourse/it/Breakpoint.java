package io.databourse.it;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A statement of the exchange at which it can be made to stand still, as under a debugger: a
/// trigger of the real PostgreSQL waits for a lock that we hold. Whoever is at the statement stays
/// there until we [let go][#release].
final class Breakpoint implements AutoCloseable {
    /// One number each: what a server that died has left of one stops nobody at another.
    private static final AtomicInteger LOCKS = new AtomicInteger(4711);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection connection;
    private final String table;
    private final int lock = LOCKS.incrementAndGet();
    private boolean held;

    /// When to stand still.
    enum Moment {
        /// Before the row is there; nothing of its transaction is committed.
        WRITING("before %s on %s for each row"),
        /// While the transaction that wrote the row is being committed: it will be, and nobody is
        /// left to hear of it.
        COMMITTING("after %s on %s deferrable initially deferred for each row");

        private final String timing;

        Moment(String timing) {
            this.timing = timing;
        }
    }

    private Breakpoint(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /// @param change `insert`, or `update` with or without `of` a column
    /// @param condition of the row, as SQL on `new`
    static Breakpoint at(Moment moment, String change, String table, String condition)
            throws SQLException, IOException {
        var password = Files.readString(Bourse.home().resolve("secrets/postgres")).strip();
        var connection = DriverManager.getConnection(Bourse.database(), "postgres", password);
        var breakpoint = new Breakpoint(connection, table);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(%d)".formatted(breakpoint.lock));
            breakpoint.held = true;
            statement.execute(
                    """
                    create or replace function breakpoint() returns trigger language plpgsql as $$
                    begin
                        perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint);
                        return new;
                    end $$
                    """);
            statement.execute("drop trigger if exists breakpoint on " + table);
            statement.execute(
                    "create %s trigger breakpoint %s when (%s) execute function breakpoint(%d)"
                            .formatted(
                                    moment == Moment.COMMITTING ? "constraint" : "",
                                    moment.timing.formatted(change, table),
                                    condition,
                                    breakpoint.lock));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return breakpoint;
    }

    /// Waits until somebody stands there.
    void await() throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReached()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nobody came to " + table);
            }
            Thread.sleep(20);
        }
    }

    /// Whether somebody stands there.
    boolean isReached() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select count(*) from pg_locks where locktype = 'advisory' and"
                                        + " not granted and objid = "
                                        + lock)) {
            found.next();
            return found.getInt(1) > 0;
        }
    }

    /// Lets whoever stands there go on, and nobody stand there any more.
    void release() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (held) {
                statement.execute("select pg_advisory_unlock(%d)".formatted(lock));
                held = false;
            }
            statement.execute("drop trigger if exists breakpoint on " + table);
        }
    }

    /// Where PostgreSQL was killed there is nobody to let go.
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (connection.isValid(10)) {
                release();
            }
        }
    }
}
