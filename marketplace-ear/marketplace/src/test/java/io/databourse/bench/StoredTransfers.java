package io.databourse.bench;

import io.databourse.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Transfers of the past, filled in by SQL since posting ten million would take an hour: as many
/// rows of the same shape as the ledger writes, in its order, between accounts of their own. All
/// rules of the ledger hold for them. Entries are filled in beside transfers and legs, each by a
/// connection of their own, and all without keys and indexes, which are made at the end.
final class StoredTransfers {
    private static final int ACCOUNTS = 10_000;
    private static final int AT_ONCE = 500_000;
    private static final List<String> TABLES =
            List.of("ledger_transfer", "ledger_leg", "ledger_entry");

    private static final String OPEN =
            """
            insert into ledger_account (id, ledger, name, normal, may_go_negative)
            select 'BENCH/' || side || n, 'BENCH', side || n,
                case side when 'past_buyer:' then 'DEBIT' else 'CREDIT' end, side = 'past_buyer:'
            from generate_series(0, ? - 1) n, (values ('past_buyer:'), ('past_merchant:')) s(side)
            on conflict do nothing
            """;

    /// The added power of two gives each number as many digits.
    private static final String TRANSFERS =
            """
            insert into ledger_transfer (id, request_key, ledger, reason, subject_id, state,
                created_at, settled_at)
            select 'tfr_0000000000000000' || to_hex(n + (1::bigint << 60)), 'past:' || n, 'BENCH',
                'BENCH', 'past:' || n, 'POSTED', now(), now()
            from generate_series(?::bigint, ?) n
            """;

    private static final String LEGS =
            """
            insert into ledger_leg (id, transfer_id, position, debit_account, credit_account, amount)
            select 'leg_0000000000000000' || to_hex(n + (1::bigint << 60)),
                'tfr_0000000000000000' || to_hex(n + (1::bigint << 60)), 0,
                'BENCH/past_buyer:' || n * 7919 % ?, 'BENCH/past_merchant:' || n % ?, 1
            from generate_series(?::bigint, ?) n
            """;

    /// The even entries are debits, the odd ones the credits of the same transfers. Each account
    /// comes once in as many transfers as there are accounts, so its balance is how often that has
    /// been.
    private static final String ENTRIES =
            """
            insert into ledger_entry (transfer_id, account_id, ledger, debit, credit, balance_after,
                at)
            select 'tfr_0000000000000000' || to_hex(n / 2 + (1::bigint << 60)),
                case n % 2 when 0 then 'BENCH/past_buyer:' || n / 2 * 7919 % ?
                    else 'BENCH/past_merchant:' || n / 2 % ? end,
                'BENCH', 1 - n % 2, n % 2, n / (2 * ?) + 1, now()
            from generate_series(2 * ?::bigint, 2 * ?::bigint + 1) n
            """;

    private static final String BALANCES =
            """
            update ledger_account set posted = ? / ?
            where ledger = 'BENCH' and name like 'past\\_%'
            """;

    private long stored;

    /// Fills up to so many, a multiple of the accounts.
    void fill(long goal) throws Exception {
        try (Connection connection = TestDatabase.get().dataSource().getConnection();
                ExecutorService beside = Executors.newSingleThreadExecutor()) {
            LaidAside aside = LaidAside.of(connection, TABLES);
            Future<?> entries = beside.submit(() -> entries(goal, aside));
            run(connection, OPEN, ACCOUNTS);
            for (long first = stored; first < goal; first += AT_ONCE) {
                run(connection, TRANSFERS, first, last(first, goal));
                run(connection, LEGS, ACCOUNTS, ACCOUNTS, first, last(first, goal));
            }
            finish(connection, aside, "ledger_transfer");
            finish(connection, aside, "ledger_leg");
            entries.get();
            aside.restoreReferences(connection, TABLES);
            run(connection, BALANCES, goal, ACCOUNTS);
            run(connection, "vacuum analyze ledger_account");
            run(connection, "checkpoint");
        }
        stored = goal;
    }

    private Void entries(long goal, LaidAside aside) throws SQLException {
        try (Connection connection = TestDatabase.get().dataSource().getConnection()) {
            for (long first = stored; first < goal; first += AT_ONCE) {
                run(connection, ENTRIES, ACCOUNTS, ACCOUNTS, ACCOUNTS, first, last(first, goal));
            }
            finish(connection, aside, "ledger_entry");
            return null;
        }
    }

    private static long last(long first, long goal) {
        return Math.min(goal, first + AT_ONCE) - 1;
    }

    private static void finish(Connection connection, LaidAside aside, String table)
            throws SQLException {
        aside.restoreKeys(connection, table);
        run(connection, "vacuum analyze " + table);
    }

    private static void run(Connection connection, String sql, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }
}
