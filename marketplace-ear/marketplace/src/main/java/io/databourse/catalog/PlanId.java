package io.databourse.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a price plan of a listing.
public record PlanId(@JsonValue String value) {
    private static final String PREFIX = "pln_";

    @JsonCreator
    public PlanId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a PlanId: " + value);
        }
    }

    static PlanId next() {
        return new PlanId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
