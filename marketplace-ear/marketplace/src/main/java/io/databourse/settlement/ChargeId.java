package io.databourse.settlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a charge: by the meter record of its run, by the slice of its calls, or as a refund.
public record ChargeId(@JsonValue String value) {
    private static final String SLICE = "slc_";
    private static final String REFUND = "rfc_";

    @JsonCreator
    public ChargeId {
        if (!value.matches("(mtr|slc|rfc)_\\w+")) {
            throw new IllegalArgumentException("not a ChargeId: " + value);
        }
    }

    static ChargeId ofSlice(long slice) {
        return new ChargeId(SLICE + slice);
    }

    /// @param refund the refund's own id, without its prefix; one refund may concern many charges
    static ChargeId ofRefund(String refund, int position) {
        return new ChargeId(REFUND + refund + "_" + position);
    }

    @Override
    public String toString() {
        return value;
    }
}
