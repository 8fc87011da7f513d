package io.databourse.bench;

import io.databourse.crypto.Uuid7;
import io.databourse.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/// The least that SQL can do for a metered call: keep its id unique, take it from one of a thousand
/// quotas, and book its price in four shares, one of them in an account that all calls have. One
/// statement a batch, one connection, each statement a commit.
final class PlainPipeline implements AutoCloseable {
    private static final int QUOTAS = 1000;

    private static final String TABLES =
            """
            create table plain_event (id uuid primary key, quota int not null, at timestamptz not null);
            create table plain_quota (id int primary key, granted bigint not null,
                used bigint not null default 0, check (used <= granted));
            insert into plain_quota select i, 1000000000 from generate_series(0, %1$d - 1) i;
            create table plain_account (id int primary key, balance bigint not null default 0);
            insert into plain_account select i from generate_series(0, 4 * %1$d) i;
            create table plain_posting (account int not null, amount bigint not null,
                at timestamptz not null);
            """
                    .formatted(QUOTAS);

    /// The buyer pays 100: 67 to the merchant, 20 and 10 to others, 3 to the account that is hot.
    private static final String BATCH =
            """
            with fresh as (
                insert into plain_event
                select id, (place %% %1$d)::int, now() from unnest(?::uuid[]) with ordinality e(id, place)
                on conflict do nothing returning quota),
            sums as (select quota, count(*) as n from fresh group by quota),
            burnt as (update plain_quota q set used = q.used + s.n from sums s where q.id = s.quota),
            legs as (
                select quota as account, -100 * n as amount from sums
                union all select %1$d + quota, 67 * n from sums
                union all select 2 * %1$d + quota, 20 * n from sums
                union all select 3 * %1$d + quota, 10 * n from sums
                union all select 4 * %1$d, 3 * sum(n) from sums),
            posted as (insert into plain_posting select account, amount, now() from legs)
            update plain_account a set balance = a.balance + l.amount from legs l where a.id = l.account
            """
                    .formatted(QUOTAS);

    private final Uuid7 ids = new Uuid7();
    private final Connection connection;
    private final PreparedStatement batch;

    PlainPipeline() throws SQLException {
        connection = TestDatabase.get().dataSource().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        batch = connection.prepareStatement(BATCH);
    }

    void calls(long count) throws SQLException {
        for (long done = 0; done < count; done += Trade.BATCH) {
            UUID[] events = new UUID[Trade.BATCH];
            for (int i = 0; i < events.length; i++) {
                events[i] = ids.next();
            }
            batch.setArray(1, connection.createArrayOf("uuid", events));
            batch.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        batch.close();
        connection.close();
    }
}
