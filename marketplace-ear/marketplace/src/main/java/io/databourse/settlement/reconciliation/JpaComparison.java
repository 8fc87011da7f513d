package io.databourse.settlement.reconciliation;

import io.databourse.settlement.SettlementService;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Compares what the stages wrote down about one day: what dispatch delivered, what the meter
/// counted, what was charged, what the ledger moved. As an auditor would, it reads the tables of
/// all of them, and takes nobody's word for anything; it writes to none. Entries have no index by
/// transfer, which would cost each posting: they are read once through, and not once a charge.
@ApplicationScoped
class JpaComparison {
    private final JpaSql sql;

    @Inject
    JpaComparison(JpaSql sql) {
        this.sql = sql;
    }

    /// Each is one statement, and finds what disagrees when it is asked.
    List<Supplier<List<Difference>>> questions(LocalDate day) {
        Instant from = day.atStartOfDay(SettlementService.ZONE).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(SettlementService.ZONE).toInstant();
        List<Supplier<List<Difference>>> all = new ArrayList<>();
        runs(all, day, from, until);
        calls(all, day, from, until);
        ledger(all, day, from, until);
        return all;
    }

    private void runs(
            List<Supplier<List<Difference>>> all, LocalDate day, Instant from, Instant until) {
        add(
                all,
                TicketKind.JOB_NOT_METERED,
                """
                select j.id, 'delivered, and not metered as delivered'
                from dispatch_job j left join metering_record m
                    on m.job_id = j.id and m.outcome = 'DELIVERED'
                where j.state = 'DELIVERED' and not j.dry_run
                    and j.ended_at >= ? and j.ended_at < ? and m.id is null order by j.id
                """,
                from,
                until);
        add(
                all,
                TicketKind.RUN_NOT_DELIVERED,
                """
                select m.job_id, 'metered as delivered, but ' || coalesce(j.state, 'unknown')
                from metering_record m left join dispatch_job j on j.id = m.job_id
                where m.outcome = 'DELIVERED' and m.at >= ? and m.at < ?
                    and j.state is distinct from 'DELIVERED' order by m.job_id
                """,
                from,
                until);
        add(
                all,
                TicketKind.RUN_NOT_CHARGED,
                """
                select m.id, 'metered with ' || m.units || ' units, and not charged'
                from metering_record m left join settlement_charge c on c.id = m.id
                where m.outcome = 'DELIVERED' and m.at >= ? and m.at < ? and c.id is null
                order by m.id
                """,
                from,
                until);
        add(
                all,
                TicketKind.CHARGE_NOT_METERED,
                """
                select c.id, 'charged, and not metered as delivered'
                from settlement_charge c left join metering_record m
                    on m.id = c.id and m.outcome = 'DELIVERED'
                where c.kind = 'RUN' and c.day = ? and m.id is null
                union all
                select c.id, 'charged, and there is no such slice'
                from settlement_charge c left join metering_slice s on s.id = c.slice_id
                where c.kind = 'CALLS' and c.day = ? and s.id is null order by 1
                """,
                day,
                day);
        add(
                all,
                TicketKind.UNITS_DIFFER,
                """
                select c.id, 'charged ' || c.units || ' units, metered ' || m.units
                from settlement_charge c join metering_record m on m.id = c.id
                where c.kind = 'RUN' and c.day = ? and c.units <> m.units
                union all
                select c.id, 'charged ' || c.units || ' units, metered ' || s.units
                from settlement_charge c join metering_slice s on s.id = c.slice_id
                where c.kind = 'CALLS' and c.day = ? and c.units <> s.units order by 1
                """,
                day,
                day);
    }

    private void calls(
            List<Supplier<List<Difference>>> all, LocalDate day, Instant from, Instant until) {
        add(
                all,
                TicketKind.CALLS_NOT_METERED,
                """
                select st.contract_id, 'received ' || coalesce(c.calls, 0) || ' calls of '
                    || coalesce(c.units, 0) || ' units, in slices ' || coalesce(s.calls, 0)
                    || ' of ' || coalesce(s.units, 0)
                from (select stream, sum(case when units < 0 then -1 else 1 end) as calls,
                            sum(units) as units
                        from metering_call where at >= ? and at < ? group by stream) c
                full join (select stream, sum(calls) as calls, sum(units) as units
                        from metering_slice where day = ? group by stream) s on s.stream = c.stream
                join metering_stream st on st.stream = coalesce(c.stream, s.stream)
                where (c.calls, c.units) is distinct from (s.calls, s.units) order by 1
                """,
                from,
                until,
                day);
        add(
                all,
                TicketKind.CALLS_NOT_CHARGED,
                """
                select 'slc_' || s.id, s.calls || ' calls were metered, and not charged'
                from metering_slice s left join settlement_charge c on c.slice_id = s.id
                where s.day = ? and c.id is null order by s.id
                """,
                day);
        add(
                all,
                TicketKind.COUNTER_HAS_GAPS,
                """
                select st.contract_id, 'counted to ' || (st.next_counter - 1) || ', and there are '
                    || (select count(*) from metering_call c where c.stream = st.stream)
                from metering_stream st
                where st.stream in (select stream from metering_slice where day = ?)
                    and st.next_counter - 1 <>
                        (select count(*) from metering_call c where c.stream = st.stream)
                order by 1
                """,
                day);
    }

    private void ledger(
            List<Supplier<List<Difference>>> all, LocalDate day, Instant from, Instant until) {
        add(
                all,
                TicketKind.CHARGE_NOT_IN_LEDGER,
                """
                select c.id, 'charged ' || c.gross || ' fen, and nothing was posted'
                from settlement_charge c left join ledger_transfer t
                    on t.id = c.transfer_id and t.state = 'POSTED'
                where c.day = ? and c.gross <> 0 and t.id is null order by c.id
                """,
                day);
        add(
                all,
                TicketKind.LEDGER_NOT_CHARGED,
                """
                select t.id, 'posted as ' || t.request_key || ', and there is no such charge'
                from ledger_transfer t left join settlement_charge c on c.transfer_id = t.id
                where t.request_key like 'charge:%' and t.settled_at >= ? and t.settled_at < ?
                    and c.id is null order by t.id
                """,
                from,
                until);
        add(
                all,
                TicketKind.AMOUNT_DIFFERS,
                """
                select c.id, 'charged ' || c.gross || ' fen, of which ' || c.merchant_share
                    || ' are the merchant''s; posted ' || c.moved || ', ' || c.merchant
                from (
                    select c.id, c.gross, c.merchant_share, coalesce(sum(e.debit), 0) as moved,
                        coalesce(sum(e.credit - e.debit) filter (where e.account_id
                            = c.currency || '/merchant_payable:' || c.provider), 0) as merchant
                    from settlement_charge c left join ledger_entry e
                        on e.transfer_id = c.transfer_id
                    where c.day = ? and c.transfer_id is not null group by c.id) c
                where c.moved <> abs(c.gross) or c.gross > 0 and c.merchant <> c.merchant_share
                order by c.id
                """,
                day);
    }

    private void add(
            List<Supplier<List<Difference>>> all,
            TicketKind kind,
            String query,
            @Nullable Object... arguments) {
        all.add(() ->
                sql.list(
                        query,
                        row -> new Difference(kind, row.getString(1), row.getString(2)),
                        arguments));
    }

    Counts counts(LocalDate day) {
        Instant from = day.atStartOfDay(SettlementService.ZONE).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(SettlementService.ZONE).toInstant();
        return sql.first(
                        """
                        select
                            (select count(*) from dispatch_job
                                where state = 'DELIVERED' and not dry_run
                                    and ended_at >= ? and ended_at < ?),
                            (select count(*) from metering_record
                                where outcome = 'DELIVERED' and at >= ? and at < ?),
                            count(*) filter (where c.kind = 'RUN'),
                            (select coalesce(sum(case when units < 0 then -1 else 1 end), 0)
                                from metering_call where at >= ? and at < ?),
                            (select coalesce(sum(calls), 0) from metering_slice where day = ?),
                            coalesce(sum(c.calls), 0),
                            coalesce(sum(abs(c.gross)), 0),
                            (select coalesce(sum(e.debit), 0) from ledger_entry e
                                where e.transfer_id in (
                                    select transfer_id from settlement_charge where day = ?))
                        from settlement_charge c where c.day = ?
                        """,
                        row ->
                                new Counts(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getLong(7),
                                        row.getLong(8)),
                        from,
                        until,
                        from,
                        until,
                        from,
                        until,
                        day,
                        day,
                        day)
                .orElseThrow();
    }

    /// How much there was of a day in each book.
    record Counts(
            long jobsDelivered,
            long runsMetered,
            long runsCharged,
            long callsReceived,
            long callsMetered,
            long callsCharged,
            long grossCharged,
            long grossInLedger) {}
}
