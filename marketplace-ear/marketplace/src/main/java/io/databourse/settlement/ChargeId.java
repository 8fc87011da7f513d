package io.databourse.settlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a charge: by the meter record of its run, by the slice of its calls, or as the refund that
/// it is.
public record ChargeId(@JsonValue String value) {
    private static final String SLICE = "slc_";

    @JsonCreator
    public ChargeId {
        if (!value.matches("(mtr|slc|rfd)_\\w+")) {
            throw new IllegalArgumentException("not a ChargeId: " + value);
        }
    }

    static ChargeId ofSlice(long slice) {
        return new ChargeId(SLICE + slice);
    }

    @Override
    public String toString() {
        return value;
    }
}
