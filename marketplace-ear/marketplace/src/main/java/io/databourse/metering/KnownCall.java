package io.databourse.metering;

import io.databourse.contract.ContractId;

/// A call that was written before.
record KnownCall(CallRecord call, long counter) {
    /// Whether it is the same call, and not another with the same id.
    boolean isSameAs(CallRecord other) {
        return call.equals(other);
    }

    ContractId contractId() {
        return call.contractId();
    }
}
