package io.databourse.quota;

import io.databourse.contract.ContractId;
import java.time.Instant;
import java.util.Optional;

/// Whether a contract may be used, for those who may read it.
///
/// @param withBuyer it was stopped, or goes on, with its buyer
/// @param reason why it was stopped or let go on; why its buyer was is the buyer's and the
///   exchange's, and empty for others
/// @param since empty if nobody ever changed it, or before that was kept
public record ContractUse(
        ContractId contract,
        boolean stopped,
        boolean withBuyer,
        Optional<String> reason,
        Optional<Instant> since) {
    static ContractUse never(ContractId contract) {
        return new ContractUse(contract, false, false, Optional.empty(), Optional.empty());
    }

    ContractUse withoutReason() {
        return new ContractUse(contract, stopped, withBuyer, Optional.empty(), since);
    }
}
