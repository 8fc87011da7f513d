package io.databourse.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a contract.
public record ContractId(@JsonValue String value) {
    private static final String PREFIX = "con_";

    @JsonCreator
    public ContractId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a ContractId: " + value);
        }
    }

    static ContractId next() {
        return new ContractId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
