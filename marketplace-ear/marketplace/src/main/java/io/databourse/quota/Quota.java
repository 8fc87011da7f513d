package io.databourse.quota;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.databourse.contract.ContractId;

/// What a contract grants and what has become of it, in units.
public record Quota(ContractId contractId, long granted, long held, long consumed) {

    /// What can still be held.
    @JsonProperty
    public long available() {
        return granted - held - consumed;
    }
}
