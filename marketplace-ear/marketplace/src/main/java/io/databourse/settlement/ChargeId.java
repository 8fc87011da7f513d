package io.databourse.settlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.contract.ContractId;

/// Names a charge: by the meter record of its run, by the slice of its calls, by the contract and
/// number of its period, or as the refund that it is.
public record ChargeId(@JsonValue String value) {
    private static final String SLICE = "slc_";

    @JsonCreator
    public ChargeId {
        if (!value.matches("(mtr|slc|rfd|prd)_\\w+")) {
            throw new IllegalArgumentException("not a ChargeId: " + value);
        }
    }

    static ChargeId ofSlice(long slice) {
        return new ChargeId(SLICE + slice);
    }

    static ChargeId ofPeriod(ContractId contract, int number) {
        String name = contract.value().substring("con_".length()).replace('-', '_');
        return new ChargeId("prd_" + name + "_" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
