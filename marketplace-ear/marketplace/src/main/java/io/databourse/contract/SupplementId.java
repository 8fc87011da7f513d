package io.databourse.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a supplement.
public record SupplementId(@JsonValue String value) {
    private static final String PREFIX = "sup_";

    @JsonCreator
    public SupplementId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a SupplementId: " + value);
        }
    }

    static SupplementId next() {
        return new SupplementId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
