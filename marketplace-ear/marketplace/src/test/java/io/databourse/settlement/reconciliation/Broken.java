package io.databourse.settlement.reconciliation;

import io.databourse.harness.Exchange;
import io.databourse.sql.JpaSql;

/// A database that cannot answer everything.
final class Broken {
    private Broken() {}

    /// Does the work while there is no such table.
    static void without(String table, Runnable work) {
        rename(table, "hidden_table");
        try {
            work.run();
        } finally {
            rename("hidden_table", table);
        }
    }

    private static void rename(String table, String name) {
        Exchange exchange = Exchange.get();
        exchange.inTransaction(() -> {
            exchange.bean(JpaSql.class).run("alter table %s rename to %s".formatted(table, name));
            return name;
        });
    }
}
