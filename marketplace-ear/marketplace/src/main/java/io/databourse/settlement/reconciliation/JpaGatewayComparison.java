package io.databourse.settlement.reconciliation;

import io.databourse.settlement.SettlementService;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/// Compares what gateways counted in their own logs with the calls that the exchange has of them.
/// Who reports no count is compared with nothing.
@ApplicationScoped
class JpaGatewayComparison {
    private static final String DIFFERENCES =
            """
            select g.contract_id || '/' || g.source,
                format('the gateway counted %s calls, %s rows, %s bytes, %s ms; received %s, %s, %s, %s',
                    g.calls, g.rows, g.bytes, g.cpu_millis, coalesce(c.calls, 0),
                    coalesce(c.rows, 0), coalesce(c.bytes, 0), coalesce(c.cpu_millis, 0))
            from (select distinct on (contract_id, source) * from metering_gateway_count
                where day = ? order by contract_id, source, id desc) g
            left join (select s.contract_id, m.source,
                    sum(case when m.units < 0 then -1 else 1 end) as calls, sum(m.rows) as rows,
                    sum(m.bytes) as bytes, sum(m.cpu_millis) as cpu_millis
                from metering_call m join metering_stream s on s.stream = m.stream
                where m.at >= ? and m.at < ? group by s.contract_id, m.source) c
                on c.contract_id = g.contract_id and c.source = g.source
            where (g.calls, g.rows, g.bytes, g.cpu_millis) is distinct from (coalesce(c.calls, 0),
                coalesce(c.rows, 0), coalesce(c.bytes, 0), coalesce(c.cpu_millis, 0))
            order by 1
            """;

    private final JpaSql sql;

    @Inject
    JpaGatewayComparison(JpaSql sql) {
        this.sql = sql;
    }

    List<Difference> differences(LocalDate day) {
        return sql.list(
                DIFFERENCES,
                row ->
                        new Difference(
                                TicketKind.GATEWAY_DIFFERS, row.getString(1), row.getString(2)),
                day,
                day.atStartOfDay(SettlementService.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(SettlementService.ZONE).toInstant());
    }
}
