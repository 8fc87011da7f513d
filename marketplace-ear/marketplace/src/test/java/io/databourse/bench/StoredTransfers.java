package io.databourse.bench;

import io.databourse.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Transfers of the past, filled in by SQL since posting ten million would take an hour: as many
/// rows of the same shape as the ledger writes, in its order, between accounts of their own. All
/// rules of the ledger hold for them.
final class StoredTransfers {
    private static final int ACCOUNTS = 10_000;
    private static final int AT_ONCE = 500_000;

    private static final String OPEN =
            """
            insert into ledger_account (id, ledger, name, normal, may_go_negative)
            select 'BENCH/' || side || n, 'BENCH', side || n,
                case side when 'past_buyer:' then 'DEBIT' else 'CREDIT' end, side = 'past_buyer:'
            from generate_series(0, ? - 1) n, (values ('past_buyer:'), ('past_merchant:')) s(side)
            on conflict do nothing
            """;

    private static final String TRANSFERS =
            """
            insert into ledger_transfer (id, request_key, ledger, reason, subject_id, state,
                created_at, settled_at)
            select 'tfr_' || lpad(to_hex(n), 32, '0'), 'past:' || n, 'BENCH', 'BENCH', 'past:' || n,
                'POSTED', now(), now()
            from generate_series(?::bigint, ?) n
            """;

    private static final String LEGS =
            """
            insert into ledger_leg (id, transfer_id, position, debit_account, credit_account, amount)
            select 'leg_' || lpad(to_hex(n), 32, '0'), 'tfr_' || lpad(to_hex(n), 32, '0'), 0,
                'BENCH/past_buyer:' || n * 7919 % ?, 'BENCH/past_merchant:' || n % ?, 1
            from generate_series(?::bigint, ?) n
            """;

    /// Each account comes once in as many transfers as there are accounts, so its balance is how
    /// often that has been.
    private static final String ENTRIES =
            """
            insert into ledger_entry (transfer_id, account_id, ledger, debit, credit, balance_after,
                at)
            select 'tfr_' || lpad(to_hex(n), 32, '0'), 'BENCH/' || side.account, 'BENCH', side.debit,
                1 - side.debit, n / ? + 1, now()
            from generate_series(?::bigint, ?) n cross join lateral (values
                ('past_buyer:' || n * 7919 % ?, 1), ('past_merchant:' || n % ?, 0))
                side(account, debit)
            order by n, side.debit desc
            """;

    private static final String BALANCES =
            """
            update ledger_account set posted = ? / ?
            where ledger = 'BENCH' and name like 'past\\_%'
            """;

    private long stored;

    /// Fills up to so many, a multiple of the accounts.
    void fill(long goal) throws SQLException {
        try (Connection connection = TestDatabase.get().dataSource().getConnection()) {
            run(connection, OPEN, ACCOUNTS);
            while (stored < goal) {
                long last = Math.min(goal, stored + AT_ONCE) - 1;
                run(connection, TRANSFERS, stored, last);
                run(connection, LEGS, ACCOUNTS, ACCOUNTS, stored, last);
                run(connection, ENTRIES, ACCOUNTS, stored, last, ACCOUNTS, ACCOUNTS);
                stored = last + 1;
            }
            run(connection, BALANCES, stored, ACCOUNTS);
            for (String table : new String[] {"transfer", "leg", "entry", "account"}) {
                run(connection, "vacuum analyze ledger_" + table);
            }
            run(connection, "checkpoint");
        }
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
