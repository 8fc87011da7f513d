package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractEvent;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.pricing.PayAsYouGo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/// Charges periods (包周期) as they begin: months of the calendar, counted from the moment at which
/// the contract was drafted. Whatever was missed is made up for.
@ApplicationScoped
@Transactional
public class PeriodCharges {
    private final ContractService contracts;
    private final JpaRatings ratings;
    private final Charging charging;
    private final Clock clock;

    @Inject
    PeriodCharges(ContractService contracts, JpaRatings ratings, Charging charging, Clock clock) {
        this.contracts = contracts;
        this.ratings = ratings;
        this.charging = charging;
        this.clock = clock;
    }

    /// Contracts of which not all periods have been charged.
    public List<ContractId> open() {
        return ratings.withPeriodsToCome();
    }

    /// Charges what has begun of the contract, once.
    public void charge(ContractId id) {
        Contract contract = contracts.find(Caller.system(), id);
        int most = contract.charging().payAsYouGo().flatMap(PayAsYouGo::periods).orElse(0);
        Instant now = clock.instant();
        for (int number = 1; number <= most; number++) {
            ZonedDateTime begin =
                    contract.createdAt().atZone(SettlementService.ZONE).plusMonths(number - 1L);
            if (begin.toInstant().isAfter(now)
                    || !begin.toInstant().isBefore(contract.policy().notAfter())) {
                return;
            }
            charging.period(contract, number, begin.toLocalDate(), now);
        }
    }

    void whenActivated(@Observes ContractEvent.Activated event) {
        charge(event.contractId());
    }
}
