package io.databourse.metering;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a meter record.
public record MeterRecordId(@JsonValue String value) {
    private static final String PREFIX = "mtr_";

    @JsonCreator
    public MeterRecordId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a MeterRecordId: " + value);
        }
    }

    static MeterRecordId next() {
        return new MeterRecordId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
