package io.databourse.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.harness.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class OldChargesTest {
    @Test
    void charges_of_an_earlier_release_are_lines_of_the_months_in_which_they_were_booked()
            throws SQLException {
        PGSimpleDataSource old = database("old_charges");
        flyway(old, "56").migrate();
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into ledger_transfer values
                        ('tfr_1', 'charge:mtr_1', 'CNY', 'CHARGE', 'job_1', 'POSTED', now(), now());
                    insert into settlement_charge values ('mtr_1', 'job_1', 'con_1', 'tags',
                        'mer_1', 'mer_2', 1, 'CNY', 50000, 49000, 943, 57, 'tfr_1',
                        '2026-10-31T16:30:00Z');
                    """);
        }
        flyway(old, "latest").migrate();
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement();
                ResultSet line =
                        statement.executeQuery(
                                "select * from settlement_line where party = 'mer_2'")) {
            assertThat(line.next()).isTrue();
            assertThat(line.getString("period")).isEqualTo("2026-11-01");
            assertThat(line.getString("day")).isEqualTo("2026-11-01");
            assertThat(line.getString("kind")).isEqualTo("RUN");
            assertThat(line.getLong("earned")).isEqualTo(49_000);
            assertThat(line.next()).isFalse();
        }
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rated = statement.executeQuery("select * from settlement_rating")) {
            assertThat(rated.next()).isTrue();
            assertThat(rated.getLong("units")).isEqualTo(1);
            assertThat(rated.getLong("gross")).isEqualTo(50_000);
        }
    }

    private static PGSimpleDataSource database(String name) throws SQLException {
        PGSimpleDataSource shared =
                TestDatabase.get().dataSource().unwrap(PGSimpleDataSource.class);
        try (Connection connection = shared.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        PGSimpleDataSource fresh = new PGSimpleDataSource();
        fresh.setServerNames(shared.getServerNames());
        fresh.setPortNumbers(shared.getPortNumbers());
        fresh.setUser(shared.getUser());
        fresh.setPassword(shared.getPassword());
        fresh.setDatabaseName(name);
        return fresh;
    }

    private static Flyway flyway(PGSimpleDataSource database, String target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }
}
