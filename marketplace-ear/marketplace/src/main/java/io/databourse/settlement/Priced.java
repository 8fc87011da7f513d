package io.databourse.settlement;

import io.databourse.contract.Contract;
import io.databourse.pricing.ChargingTerms;
import io.databourse.pricing.UnitLadder;
import io.databourse.quota.QuotaService;
import java.util.List;

/// What a contract's use costs now.
///
/// @param units without those that expired
record Priced(ChargingTerms charging, UnitLadder units) {
    static Priced of(Contract contract, QuotaService quotas) {
        return new Priced(contract.charging(), quotas.ladder(contract));
    }

    /// Nothing has expired yet.
    static Priced of(Contract contract) {
        return new Priced(contract.charging(), contract.ladder(List.of()));
    }
}
