package io.databourse.settlement.reconciliation;

import io.databourse.settlement.Columns;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/// What the last check of each rule found.
@ApplicationScoped
class JpaInvariants {
    private final JpaSql sql;

    @Inject
    JpaInvariants(JpaSql sql) {
        this.sql = sql;
    }

    void keep(Invariant checked) {
        sql.run(
                """
                insert into settlement_invariant (rule, checked_at, broken, millis)
                values (?, ?, ?, ?)
                on conflict (rule) do update set checked_at = excluded.checked_at,
                    broken = excluded.broken, millis = excluded.millis
                """,
                checked.rule(),
                checked.checkedAt(),
                checked.broken(),
                checked.millis());
    }

    List<Invariant> all() {
        return sql
                .list(
                        "select * from settlement_invariant",
                        row ->
                                new Invariant(
                                        TicketKind.valueOf(row.getString("rule")),
                                        row.getInt("broken"),
                                        Columns.instant(row, "checked_at"),
                                        row.getLong("millis")))
                .stream()
                .sorted(Comparator.comparing(Invariant::rule))
                .toList();
    }
}
