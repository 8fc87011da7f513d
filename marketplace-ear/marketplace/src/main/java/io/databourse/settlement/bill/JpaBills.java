package io.databourse.settlement.bill;

import io.databourse.contract.ContractId;
import io.databourse.metering.Usage;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeKind;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The charges of a contract in the order in which they were charged, with what was metered.
@ApplicationScoped
class JpaBills {
    private static final String USE =
            """
            coalesce(s.calls, 0) as calls, coalesce(s.hits, 0) as hits,
                coalesce(s.misses, 0) as misses, coalesce(s.errors, 0) as errors,
                coalesce(s.rows, 0) as rows, coalesce(s.bytes, 0) as bytes,
                coalesce(s.cpu_millis, 0) as cpu_millis,
                coalesce(s.turnover_minor, 0) as turnover_minor,
                case when c.kind = 'REFUND' then 0 else c.units end as units
            """;

    private final JpaSql sql;

    @Inject
    JpaBills(JpaSql sql) {
        this.sql = sql;
    }

    /// @param first the first charge's place
    record Range(long first, long last) {}

    /// The charges of the days, and those between them.
    Optional<Range> ofDays(ContractId contract, LocalDate from, LocalDate to) {
        return sql.first(
                        """
                        select min(seq), max(seq) from settlement_charge
                        where contract_id = ? and day between ? and ?
                        """,
                        row ->
                                row.getObject(1) == null
                                        ? Optional.<Range>empty()
                                        : Optional.of(new Range(row.getLong(1), row.getLong(2))),
                        contract.value(),
                        from,
                        to)
                .flatMap(range -> range);
    }

    /// With the charges of calls whose numbers lie among those of the range: calls of several days
    /// arrive together.
    Range closed(ContractId contract, Range range) {
        Range wider =
                sql.first(
                                """
                                with among as (
                                    select min(from_counter) as least, max(to_counter) as most
                                    from settlement_charge where contract_id = ?
                                        and seq between ? and ?)
                                select least(?, min(seq)), greatest(?, max(seq))
                                from settlement_charge c, among a where c.contract_id = ?
                                    and c.from_counter <= a.most and c.to_counter >= a.least
                                """,
                                row -> new Range(row.getLong(1), row.getLong(2)),
                                contract.value(),
                                range.first(),
                                range.last(),
                                range.first(),
                                range.last(),
                                contract.value())
                        .orElseThrow();
        return wider.equals(range) ? range : closed(contract, wider);
    }

    List<BillLine> lines(ContractId contract, Range range) {
        return sql.list(
                "select c.id, c.kind, c.day, c.currency, c.gross, c.from_counter, c.to_counter, "
                        + USE
                        + " from settlement_charge c left join metering_slice s on s.id = c.slice_id"
                        + " where c.contract_id = ? and c.seq between ? and ? order by c.seq",
                JpaBills::line,
                contract.value(),
                range.first(),
                range.last());
    }

    /// What was used and charged before.
    Opening before(ContractId contract, Range range) {
        return sql.first(
                        "select coalesce(sum(gross), 0) as gross, coalesce(sum(calls), 0) as calls,"
                                + " coalesce(sum(hits), 0) as hits,"
                                + " coalesce(sum(misses), 0) as misses,"
                                + " coalesce(sum(errors), 0) as errors,"
                                + " coalesce(sum(rows), 0) as rows,"
                                + " coalesce(sum(bytes), 0) as bytes,"
                                + " coalesce(sum(cpu_millis), 0) as cpu_millis,"
                                + " coalesce(sum(turnover_minor), 0) as turnover_minor,"
                                + " coalesce(sum(units), 0) as units from (select c.gross, "
                                + USE
                                + " from settlement_charge c"
                                + " left join metering_slice s on s.id = c.slice_id"
                                + " where c.contract_id = ? and c.seq < ?"
                                + " and c.kind <> 'REFUND') earlier",
                        row -> new Opening(use(row), row.getLong("gross")),
                        contract.value(),
                        range.first())
                .orElseThrow();
    }

    record Opening(Usage use, long gross) {}

    private static BillLine line(ResultSet row) throws SQLException {
        CurrencyCode currency = CurrencyCode.valueOf(row.getString("currency"));
        return new BillLine(
                row.getString("id"),
                ChargeKind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                row.getLong("from_counter"),
                row.getLong("to_counter"),
                use(row),
                Money.ofMinor(row.getLong("gross"), currency).amount());
    }

    private static Usage use(ResultSet row) throws SQLException {
        return new Usage(
                row.getLong("calls"),
                row.getLong("hits"),
                row.getLong("misses"),
                row.getLong("errors"),
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getLong("cpu_millis"),
                row.getLong("units"),
                row.getLong("turnover_minor"));
    }
}
