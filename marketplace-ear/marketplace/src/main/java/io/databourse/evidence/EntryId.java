package io.databourse.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names an entry of the evidence log.
public record EntryId(@JsonValue String value) {
    private static final String PREFIX = "evd_";

    @JsonCreator
    public EntryId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not an EntryId: " + value);
        }
    }

    static EntryId next() {
        return new EntryId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
