package io.databourse.quota;

import io.databourse.contract.ContractId;

/// What a contract grants and what has become of it, in units.
public record Quota(ContractId contractId, long granted, long held, long consumed) {

    /// What can still be held.
    public long available() {
        return granted - held - consumed;
    }
}
