package io.databourse.settlement.reconciliation;

import io.databourse.settlement.SettlementService;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/// Compares what gateways counted in their own logs with the calls that the exchange has of them. A
/// gateway that has never counted for a contract is compared with nothing; one that did before is
/// missed when the day is over for good.
@ApplicationScoped
class JpaGatewayComparison {
    private static final String DIFFERENCES =
            """
            with counted as (
                select distinct on (contract_id, source) contract_id, source, calls, rows, bytes,
                    cpu_millis, turnover_minor
                from metering_gateway_count where day = ? order by contract_id, source, id desc),
            received as (
                select s.contract_id, m.source,
                    sum(case when m.units < 0 then -1 else 1 end) as calls, sum(m.rows) as rows,
                    sum(m.bytes) as bytes, sum(m.cpu_millis) as cpu_millis,
                    sum(m.turnover_minor) as turnover_minor
                from metering_call m join metering_stream s on s.stream = m.stream
                where m.at >= ? and m.at < ? group by s.contract_id, m.source)
            select coalesce(g.contract_id, c.contract_id) || '/' || coalesce(g.source, c.source),
                format('the gateway counted %s; received %s', case when g.contract_id is null
                        then 'nothing' else format('%s calls, %s rows, %s bytes, %s ms, %s fen',
                            g.calls, g.rows, g.bytes, g.cpu_millis, g.turnover_minor) end,
                    format('%s, %s, %s, %s, %s', coalesce(c.calls, 0), coalesce(c.rows, 0),
                        coalesce(c.bytes, 0), coalesce(c.cpu_millis, 0),
                        coalesce(c.turnover_minor, 0)))
            from counted g full join received c
                on c.contract_id = g.contract_id and c.source = g.source
            where case when g.contract_id is null then ? and exists (
                    select from metering_gateway_count e where e.day < ?
                        and e.contract_id = c.contract_id and e.source = c.source)
                else (g.calls, g.rows, g.bytes, g.cpu_millis, g.turnover_minor)
                    is distinct from (coalesce(c.calls, 0), coalesce(c.rows, 0),
                        coalesce(c.bytes, 0), coalesce(c.cpu_millis, 0),
                        coalesce(c.turnover_minor, 0)) end
            order by 1
            """;

    private final JpaSql sql;

    @Inject
    JpaGatewayComparison(JpaSql sql) {
        this.sql = sql;
    }

    /// @param over whether no call of the day is taken any more
    List<Difference> differences(LocalDate day, boolean over) {
        return sql.list(
                DIFFERENCES,
                row ->
                        new Difference(
                                TicketKind.GATEWAY_DIFFERS, row.getString(1), row.getString(2)),
                day,
                day.atStartOfDay(SettlementService.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(SettlementService.ZONE).toInstant(),
                over,
                day);
    }
}
