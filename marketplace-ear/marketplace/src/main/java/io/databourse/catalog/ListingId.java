package io.databourse.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a listing.
public record ListingId(@JsonValue String value) {
    private static final String PREFIX = "lst_";

    @JsonCreator
    public ListingId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a ListingId: " + value);
        }
    }

    static ListingId next() {
        return new ListingId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
