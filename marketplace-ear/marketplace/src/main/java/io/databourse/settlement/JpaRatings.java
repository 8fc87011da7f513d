package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.json.Json;
import io.databourse.pricing.ChargingTerms;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What contracts have used and been charged so far.
@ApplicationScoped
class JpaRatings {
    private final JpaSql sql;

    @Inject
    JpaRatings(JpaSql sql) {
        this.sql = sql;
    }

    /// The contracts' sums, locked until the transaction ends, in the order of the ids.
    Map<ContractId, Rated> lock(Collection<ContractId> contracts) {
        String[] ids =
                contracts.stream()
                        .map(ContractId::value)
                        .distinct()
                        .sorted()
                        .toArray(String[]::new);
        sql.run(
                "insert into settlement_rating (contract_id) select unnest(?::text[])"
                        + " on conflict do nothing",
                (Object) ids);
        Map<ContractId, Rated> found = new HashMap<>();
        sql.list(
                        """
                        select * from settlement_rating where contract_id = any(?)
                        order by contract_id for update
                        """,
                        JpaRatings::rated,
                        (Object) ids)
                .forEach(rated -> found.put(new ContractId(rated.contractId()), rated));
        return found;
    }

    Rated lock(ContractId contract) {
        return Objects.requireNonNull(lock(List.of(contract)).get(contract));
    }

    void save(Collection<Rated> rated) {
        sql.run(
                """
                update settlement_rating r set units = n.units, gross = n.gross,
                    calls_gross = n.calls_gross, calls_commission = n.calls_commission,
                    calls_vat = n.calls_vat, hits = n.hits, misses = n.misses, errors = n.errors,
                    rows = n.rows, bytes = n.bytes, cpu_millis = n.cpu_millis, periods = n.periods,
                    turnover_minor = n.turnover_minor,
                    returned = n.returned, ended = n.ended, broken = n.broken
                from json_populate_recordset(null::settlement_rating, ?::json) n
                where r.contract_id = n.contract_id
                """,
                Json.write(rated.stream().map(JpaRatings::row).toList()));
    }

    private static Map<String, Object> row(Rated rated) {
        return Map.ofEntries(
                Map.entry("contract_id", rated.contractId()),
                Map.entry("units", rated.units()),
                Map.entry("gross", rated.gross()),
                Map.entry("calls_gross", rated.callsGross()),
                Map.entry("calls_commission", rated.callsCommission()),
                Map.entry("calls_vat", rated.callsVat()),
                Map.entry("hits", rated.counted().hits()),
                Map.entry("misses", rated.counted().misses()),
                Map.entry("errors", rated.counted().errors()),
                Map.entry("rows", rated.counted().rows()),
                Map.entry("bytes", rated.counted().bytes()),
                Map.entry("cpu_millis", rated.counted().cpuMillis()),
                Map.entry("periods", rated.counted().periods()),
                Map.entry("turnover_minor", rated.counted().turnoverMinor()),
                Map.entry("returned", rated.returned()),
                Map.entry("ended", rated.ended()),
                Map.entry("broken", rated.broken()));
    }

    /// Contracts whose units are gone and whose term ended before the moment, and for which money
    /// is still set aside.
    List<ContractId> left(Instant moment) {
        return sql.list(
                """
                select r.contract_id from settlement_rating r
                join contract_contract c on c.id = r.contract_id
                where r.ended and c.not_after < ?
                    and c.price + c.added_price > r.gross + r.returned + r.broken
                order by r.contract_id
                """,
                row -> new ContractId(row.getString(1)),
                moment);
    }

    /// Contracts of which a period may have begun that was not charged.
    List<ContractId> withPeriodsToCome() {
        return sql.list(
                """
                select c.id from contract_contract c
                left join settlement_rating r on r.contract_id = c.id
                where c.state = 'ACTIVE' and c.charging like '%"periods"%' and coalesce(r.periods, 0)
                    < (c.charging::json -> 'payAsYouGo' ->> 'periods')::int
                order by c.id
                """,
                row -> new ContractId(row.getString(1)));
    }

    /// Whether the cache is what the charges add up to; the contracts for which it is not.
    List<String> astray() {
        return sql.list(
                """
                select r.contract_id from settlement_rating r left join (
                    select contract_id, sum(units) as units, sum(gross) as gross,
                        coalesce(sum(gross) filter (where kind = 'CALLS'), 0) as calls_gross,
                        coalesce(sum(commission_net + vat) filter (where kind = 'CALLS'), 0) as fee,
                        coalesce(sum(vat) filter (where kind = 'CALLS'), 0) as vat,
                        count(*) filter (where kind = 'PERIOD') as periods
                    from settlement_charge where kind <> 'REFUND' group by contract_id) c
                    on c.contract_id = r.contract_id
                where (r.units, r.gross, r.calls_gross, r.calls_commission, r.calls_vat, r.periods)
                    is distinct from (coalesce(c.units, 0), coalesce(c.gross, 0),
                        coalesce(c.calls_gross, 0), coalesce(c.fee, 0), coalesce(c.vat, 0),
                        coalesce(c.periods, 0))
                order by r.contract_id
                """,
                row -> row.getString(1));
    }

    /// The sums of contracts with supplements.
    List<Rated> supplemented() {
        return sql.list(
                """
                select r.* from settlement_rating r join contract_contract c on c.id = r.contract_id
                where c.supplements > 0 order by r.contract_id
                """,
                JpaRatings::rated);
    }

    /// Contracts that pay as they go and were not charged what their price asks for their use.
    List<String> payAsYouGoAstray() {
        return sql
                .list(
                        """
                        select r.*, c.charging from settlement_rating r
                        join contract_contract c on c.id = r.contract_id
                        where c.charging like '%payAsYouGo%' order by r.contract_id
                        """,
                        row ->
                                rated(row)
                                                .isWhatIsDue(
                                                        Json.read(
                                                                row.getString("charging"),
                                                                ChargingTerms.class))
                                        ? ""
                                        : row.getString("contract_id"))
                .stream()
                .filter(contract -> !contract.isEmpty())
                .toList();
    }

    private static Rated rated(ResultSet row) throws SQLException {
        return new Rated(
                row.getString("contract_id"),
                row.getLong("units"),
                row.getLong("gross"),
                row.getLong("calls_gross"),
                row.getLong("calls_commission"),
                row.getLong("calls_vat"),
                new Counted(
                        row.getLong("hits"),
                        row.getLong("misses"),
                        row.getLong("errors"),
                        row.getLong("rows"),
                        row.getLong("bytes"),
                        row.getLong("cpu_millis"),
                        row.getLong("periods"),
                        row.getLong("turnover_minor")),
                row.getLong("returned"),
                row.getBoolean("ended"),
                row.getLong("broken"));
    }
}
