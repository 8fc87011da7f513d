package io.databourse.dispatch;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Counts dry runs, 试运行. They cost nothing, so there are only so many a day of each contract.
@ApplicationScoped
class JpaDryRuns {
    static final int A_DAY = 20;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    JpaDryRuns(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// @throws Refusal if none is left for today
    void take(ContractId contract) {
        int taken =
                entities.createNativeQuery(
                                "insert into dispatch_dry_run as known (contract_id, day, used)"
                                        + " values (:contract, :day, 1) on conflict (contract_id,"
                                        + " day) do update set used = known.used + 1"
                                        + " where known.used < :most")
                        .setParameter("contract", contract.value())
                        .setParameter("day", today())
                        .setParameter("most", A_DAY)
                        .executeUpdate();
        if (taken == 0) {
            throw Refusal.of(
                    ErrorCode.DRY_RUNS_EXHAUSTED,
                    "A contract has %s dry runs a day, and all are used.",
                    A_DAY);
        }
    }

    /// How many are left for today.
    int left(ContractId contract) {
        List<?> used =
                entities.createNativeQuery(
                                "select used from dispatch_dry_run"
                                        + " where contract_id = :contract and day = :day")
                        .setParameter("contract", contract.value())
                        .setParameter("day", today())
                        .getResultList();
        return used.isEmpty() ? A_DAY : A_DAY - ((Number) used.getFirst()).intValue();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
