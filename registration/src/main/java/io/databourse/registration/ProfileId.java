package io.databourse.registration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a profile of a data source.
public record ProfileId(@JsonValue String value) {
    private static final String PREFIX = "prf_";

    @JsonCreator
    public ProfileId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a ProfileId: " + value);
        }
    }

    static ProfileId next() {
        return new ProfileId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
