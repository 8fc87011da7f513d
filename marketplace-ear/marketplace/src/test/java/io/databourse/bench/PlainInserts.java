package io.databourse.bench;

import io.databourse.crypto.Uuid7;
import io.databourse.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/// What the database itself can take: rows of a call's shape from one connection, a thousand a
/// statement, each statement a commit.
final class PlainInserts {
    private static final int ROWS = 1000;

    private PlainInserts() {}

    static double perSecond(Duration time) throws SQLException {
        Uuid7 ids = new Uuid7();
        try (Connection connection = TestDatabase.get().dataSource().getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "create table plain_call (id uuid primary key, stream bigint, counter bigint,"
                                + " outcome text, units bigint, rows bigint, bytes bigint,"
                                + " cpu_millis bigint, at timestamptz)");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "insert into plain_call select id, 1, 1, 'HIT', 1, 1, 700, 2, now()"
                                    + " from unnest(?::uuid[]) id on conflict do nothing")) {
                long rows = 0;
                long begin = System.nanoTime();
                long end = begin + time.toNanos();
                while (System.nanoTime() < end) {
                    UUID[] batch = new UUID[ROWS];
                    for (int i = 0; i < ROWS; i++) {
                        batch[i] = ids.next();
                    }
                    insert.setArray(1, connection.createArrayOf("uuid", batch));
                    rows += insert.executeUpdate();
                }
                return rows * 1e9 / (System.nanoTime() - begin);
            }
        }
    }
}
