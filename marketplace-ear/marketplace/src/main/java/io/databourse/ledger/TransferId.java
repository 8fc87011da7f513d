package io.databourse.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a transfer.
public record TransferId(@JsonValue String value) {
    private static final String PREFIX = "tfr_";

    @JsonCreator
    public TransferId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a TransferId: " + value);
        }
    }

    static TransferId next() {
        return new TransferId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
