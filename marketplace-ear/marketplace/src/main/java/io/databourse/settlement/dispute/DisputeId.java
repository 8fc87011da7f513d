package io.databourse.settlement.dispute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a dispute.
public record DisputeId(@JsonValue String value) {
    private static final String PREFIX = "dsp_";

    @JsonCreator
    public DisputeId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a DisputeId: " + value);
        }
    }

    static DisputeId next() {
        return new DisputeId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
