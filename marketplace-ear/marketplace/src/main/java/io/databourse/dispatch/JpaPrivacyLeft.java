package io.databourse.dispatch;

import io.databourse.contract.ContractId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Remembers what nodes say is left of privacy budgets.
@ApplicationScoped
class JpaPrivacyLeft {
    private static final String LEFT = "privacyLeft";
    private static final String TOTAL = "privacyTotal";
    private static final int DECIMALS = 9;

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    JpaPrivacyLeft(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// Of two reports the later one may come first; nothing is ever given back, so of the same
    /// budget the smaller rest is the later one.
    void note(ContractId contract, Map<String, Long> meters) {
        Long left = meters.get(LEFT);
        Long total = meters.get(TOTAL);
        if (left == null || total == null || left < 0 || total < left) {
            return;
        }
        entities.createNativeQuery(
                        "insert into dispatch_privacy_left as known"
                                + " (contract_id, unspent, total, said_at)"
                                + " values (:contract, :unspent, :total, :now)"
                                + " on conflict (contract_id) do update set"
                                + " unspent = case when known.total = excluded.total"
                                + " then least(known.unspent, excluded.unspent)"
                                + " else excluded.unspent end,"
                                + " total = excluded.total, said_at = excluded.said_at")
                .setParameter("contract", contract.value())
                .setParameter("unspent", left)
                .setParameter("total", total)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    Optional<PrivacyLeft> find(ContractId contract) {
        List<?> rows =
                entities.createNativeQuery(
                                "select unspent, total, said_at from dispatch_privacy_left"
                                        + " where contract_id = :contract",
                                Tuple.class)
                        .setParameter("contract", contract.value())
                        .getResultList();
        return rows.stream().map(row -> read((Tuple) row)).findFirst();
    }

    private static PrivacyLeft read(Tuple row) {
        return new PrivacyLeft(
                epsilon(row.get(0, Long.class)),
                epsilon(row.get(1, Long.class)),
                row.get(2, Instant.class));
    }

    private static BigDecimal epsilon(long billionths) {
        return BigDecimal.valueOf(billionths, DECIMALS).stripTrailingZeros();
    }
}
