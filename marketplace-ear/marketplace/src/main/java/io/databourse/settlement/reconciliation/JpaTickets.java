package io.databourse.settlement.reconciliation;

import io.databourse.call.PageRequest;
import io.databourse.settlement.Columns;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Tickets, and which days were compared.
@ApplicationScoped
class JpaTickets {
    private final JpaSql sql;

    @Inject
    JpaTickets(JpaSql sql) {
        this.sql = sql;
    }

    /// @return none if there is an open ticket for it
    Optional<Ticket> open(LocalDate day, Difference difference, Instant at) {
        return sql.first(
                """
                insert into settlement_ticket (id, day, kind, subject, detail, state, found_at)
                values (?, ?, ?, ?, ?, 'OPEN', ?) on conflict do nothing returning *
                """,
                JpaTickets::ticket,
                TicketId.next().value(),
                day,
                difference.kind(),
                difference.subject(),
                difference.detail(),
                at);
    }

    Optional<Ticket> find(TicketId id) {
        return sql.first(
                "select * from settlement_ticket where id = ?", JpaTickets::ticket, id.value());
    }

    /// @return none if it is not open
    Optional<Ticket> resolve(TicketId id, String resolution, Instant at) {
        return sql.first(
                """
                update settlement_ticket set state = 'RESOLVED', resolution = ?, resolved_at = ?
                where id = ? and state = 'OPEN' returning *
                """,
                JpaTickets::ticket,
                resolution,
                at,
                id.value());
    }

    /// Newest first, one more than asked for if there is one.
    List<Ticket> list(Optional<TicketState> state, PageRequest page) {
        String wanted = state.map(TicketState::name).orElse(null);
        return sql.list(
                """
                select * from settlement_ticket where id < ? and (?::text is null or state = ?)
                order by id desc limit ?
                """,
                JpaTickets::ticket,
                page.after().orElse("~"),
                wanted,
                wanted,
                page.limit() + 1);
    }

    void insert(Reconciliation done) {
        sql.run(
                "insert into settlement_reconciliation values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                done.id(),
                done.day(),
                done.jobsDelivered(),
                done.runsMetered(),
                done.runsCharged(),
                done.callsReceived(),
                done.callsMetered(),
                done.callsCharged(),
                done.grossCharged().minor(),
                done.grossInLedger().minor(),
                done.differences(),
                done.at());
    }

    /// Newest first, one more than asked for if there is one.
    List<Reconciliation> reconciliations(PageRequest page) {
        return sql.list(
                "select * from settlement_reconciliation where id < ? order by id desc limit ?",
                JpaTickets::reconciliation,
                page.after().orElse("~"),
                page.limit() + 1);
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                new TicketId(row.getString("id")),
                Columns.date(row, "day"),
                TicketKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("detail"),
                TicketState.valueOf(row.getString("state")),
                Columns.instant(row, "found_at"),
                Columns.textIfAny(row, "resolution"),
                Columns.instantIfAny(row, "resolved_at"));
    }

    private static Reconciliation reconciliation(ResultSet row) throws SQLException {
        return new Reconciliation(
                row.getString("id"),
                Columns.date(row, "day"),
                row.getLong("jobs_delivered"),
                row.getLong("runs_metered"),
                row.getLong("runs_charged"),
                row.getLong("calls_received"),
                row.getLong("calls_metered"),
                row.getLong("calls_charged"),
                Columns.cny(row, "gross_charged"),
                Columns.cny(row, "gross_in_ledger"),
                row.getInt("differences"),
                List.of(),
                Columns.instant(row, "at"));
    }
}
