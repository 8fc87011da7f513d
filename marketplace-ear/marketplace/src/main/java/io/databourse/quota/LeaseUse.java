package io.databourse.quota;

import io.databourse.contract.ContractId;

/// What was consumed of one lease.
public record LeaseUse(long leaseId, ContractId contractId, long epoch, long units) {
    /// What takes nothing needs no lease.
    public static LeaseUse none(ContractId contract) {
        return new LeaseUse(0, contract, 0, 0);
    }

    LeaseUse plus(LeaseUse other) {
        return new LeaseUse(leaseId, contractId, epoch, Math.addExact(units, other.units));
    }
}
