package io.databourse.settlement;

import io.databourse.contract.Contract;
import io.databourse.pricing.PayAsYouGo;
import io.databourse.quota.PackGrant;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/// Keeps the quota of a contract that pays as it goes at what its money covers. The first grant is
/// for the dearest calls; when calls cost less, money is left, and units are added for it. So the
/// quota ends the use before the money does.
@ApplicationScoped
class CoveredUnits {
    /// Units are added when they are a quarter of what is left: not for each call.
    private static final long WORTH_IT = 4;

    private final QuotaService quotas;
    private final Clock clock;

    @Inject
    CoveredUnits(QuotaService quotas, Clock clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    /// @param slice for which the contract was charged last
    void grant(Contract contract, Rated after, long slice) {
        if (clock.instant().isBefore(contract.policy().notAfter())) {
            contract.charging()
                    .payAsYouGo()
                    .ifPresent(terms -> grant(contract, terms, after, slice));
        }
    }

    private void grant(Contract contract, PayAsYouGo terms, Rated after, long slice) {
        Quota quota = quotas.view(contract.id());
        long more = terms.coveredUnits(after.consumption(contract.charging())) - quota.granted();
        long left = quota.granted() - quota.consumed();
        if (more > 0 && more >= left / WORTH_IT) {
            quotas.grant(
                    new PackGrant(
                            "slice-" + slice,
                            contract.id(),
                            more,
                            0,
                            clock.instant(),
                            Optional.of(contract.policy().notAfter())));
        }
    }
}
