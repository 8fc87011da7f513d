package io.databourse.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteStreamWriter;

/// SQL over sets of rows, in the running transaction and on its connection. What Hibernate has not
/// written yet is written first.
///
/// Arguments may be strings, numbers, booleans, enums, instants, dates, months (their first day),
/// bytes, and arrays of strings, dates, UUIDs and longs; see [Column]. `long[]` goes in binary.
@ApplicationScoped
public class JpaSql {
    private static final int AT_ONCE = 5_000;

    private final EntityManager entities;

    @Inject
    JpaSql(EntityManager entities) {
        this.entities = entities;
    }

    /// @return how many rows were changed
    public int run(String sql, @Nullable Object... arguments) {
        return work(sql, PreparedStatement::executeUpdate, arguments);
    }

    /// Adds rows by `copy`, which for thousands of them costs both sides less than arrays.
    ///
    /// @param into the table with its columns: `person (name, age)`
    public void copy(String into, CopyRows rows) {
        entities.flush();
        entities.unwrap(Session.class).doWork(connection -> copy(connection, into, rows.done()));
    }

    private static void copy(Connection connection, String into, ByteBuffer rows)
            throws SQLException {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + into + " from stdin (format binary)");
        try {
            copy.writeToCopy(ByteStreamWriter.of(rows));
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... arguments) {
        return work(sql, statement -> read(statement, reading), arguments);
    }

    /// Takes the rows as they come from the database, a few thousand at a time.
    public void each(String sql, Taking taking, @Nullable Object... arguments) {
        work(
                sql,
                statement -> {
                    statement.setFetchSize(AT_ONCE);
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            taking.take(rows);
                        }
                    }
                    return true;
                },
                arguments);
    }

    public <T> Optional<T> first(String sql, Reading<T> reading, @Nullable Object... arguments) {
        return list(sql, reading, arguments).stream().findFirst();
    }

    /// Waits until no other transaction has a lock of this name, and keeps it to the end of this
    /// one.
    public void lock(String name) {
        first("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> 0, name);
    }

    /// As [#lock], but does not wait.
    ///
    /// @return false if another transaction has the lock
    public boolean tryLock(String name) {
        return first(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> row.getBoolean(1),
                        name)
                .orElse(false);
    }

    /// As [#lock], but any number of transactions share it.
    public void lockShared(String name) {
        first("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", _ -> 0, name);
    }

    private static <T> List<T> read(PreparedStatement statement, Reading<T> reading)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reading.read(rows));
            }
        }
        return found;
    }

    private <T> T work(String sql, Work<T> work, @Nullable Object... arguments) {
        entities.flush();
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < arguments.length; i++) {
                            statement.setObject(i + 1, argument(connection, arguments[i]));
                        }
                        return work.on(statement);
                    }
                });
    }

    private static @Nullable Object argument(Connection connection, @Nullable Object value)
            throws SQLException {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case YearMonth month -> month.atDay(1);
            case Enum<?> constant -> constant.name();
            case String[] texts -> connection.createArrayOf("text", texts);
            case Long[] numbers -> connection.createArrayOf("bigint", numbers);
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case LocalDate[] days -> connection.createArrayOf("date", days);
            case null, default -> value;
        };
    }

    /// Makes something of one row.
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes one row.
    @FunctionalInterface
    public interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
