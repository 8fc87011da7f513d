package io.databourse.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a quote.
public record QuoteId(@JsonValue String value) {
    private static final String PREFIX = "quo_";

    @JsonCreator
    public QuoteId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a QuoteId: " + value);
        }
    }

    static QuoteId next() {
        return new QuoteId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
