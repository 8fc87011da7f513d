package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.json.Json;
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
import java.util.Optional;

/// Sharing terms, and what was charged under them. Who writes has locked the contract's rating.
@ApplicationScoped
class JpaSharings {
    private final JpaSql sql;

    @Inject
    JpaSharings(JpaSql sql) {
        this.sql = sql;
    }

    /// The terms that count now, of those contracts that have any.
    Map<ContractId, Agreed> current(Collection<ContractId> contracts) {
        Map<ContractId, Agreed> found = new HashMap<>();
        sql.list(
                        """
                        select distinct on (contract_id) * from settlement_sharing
                        where contract_id = any(?) order by contract_id, version desc
                        """,
                        JpaSharings::agreed,
                        (Object) contracts.stream().map(ContractId::value).toArray(String[]::new))
                .forEach(agreed -> found.put(agreed.contract(), agreed));
        return found;
    }

    Optional<Agreed> current(ContractId contract) {
        return Optional.ofNullable(current(List.of(contract)).get(contract));
    }

    void save(Collection<Agreed> agreed) {
        for (Agreed each : agreed) {
            sql.run(
                    "update settlement_sharing set pool = ?, units = ?"
                            + " where contract_id = ? and version = ?",
                    each.sum().pool(),
                    each.sum().units(),
                    each.contract().value(),
                    each.version());
        }
    }

    void insert(Agreed agreed, Instant at) {
        sql.run(
                "insert into settlement_sharing (contract_id, version, terms, set_at)"
                        + " values (?, ?, ?, ?)",
                agreed.contract().value(),
                agreed.version(),
                Json.write(agreed.terms()),
                at);
    }

    void insert(ContractId contract, int version, ContributionShares shares) {
        sql.run(
                "insert into settlement_contribution (contract_id, version, shares)"
                        + " values (?, ?, ?)",
                contract.value(),
                version,
                Json.write(shares));
    }

    Optional<ContributionShares> contribution(ContractId contract, int version) {
        return sql.first(
                "select shares from settlement_contribution where contract_id = ? and version = ?",
                row -> Json.read(row.getString(1), ContributionShares.class),
                contract.value(),
                version);
    }

    private static Agreed agreed(ResultSet row) throws SQLException {
        return new Agreed(
                new ContractId(row.getString("contract_id")),
                row.getInt("version"),
                Json.read(row.getString("terms"), SharingTerms.class),
                new Sharing.Sum(row.getLong("pool"), row.getLong("units")));
    }

    /// Terms of a contract, with what was charged under them.
    record Agreed(ContractId contract, int version, SharingTerms terms, Sharing.Sum sum) {
        Agreed plus(long pool, long units) {
            return new Agreed(contract, version, terms, sum.plus(pool, units));
        }
    }
}
