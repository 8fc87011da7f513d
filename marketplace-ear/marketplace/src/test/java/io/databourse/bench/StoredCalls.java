package io.databourse.bench;

import io.databourse.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Calls of the past, with ids of their time, filled in by SQL.
final class StoredCalls {
    private static final String FILL =
            """
            insert into metering_call (id, source, stream, counter, batch, position, outcome,
                units, rows, bytes, cpu_millis, at)
            select (lpad(to_hex(1000000000000 + ? + i), 12, '0')
                    || '7000800000000000' || lpad(to_hex(i % 65536), 4, '0'))::uuid,
                'filler', -1, ? + i, 0, 0, 'HIT', 1, 1, 700, 2, now() - interval '40 days'
            from generate_series(1, ?) i
            """;

    private StoredCalls() {}

    /// Fills up to that number, and leaves no work of PostgreSQL's behind.
    static void fill(long upTo) throws SQLException {
        try (Connection connection = TestDatabase.get().dataSource().getConnection()) {
            long stored = count(connection);
            if (stored < upTo) {
                try (PreparedStatement insert = connection.prepareStatement(FILL)) {
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

    private static long count(Connection connection) throws SQLException {
        try (var count = connection.createStatement();
                var row = count.executeQuery("select count(*) from metering_call")) {
            row.next();
            return row.getLong(1);
        }
    }
}
