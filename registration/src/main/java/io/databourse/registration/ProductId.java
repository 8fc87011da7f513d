package io.databourse.registration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a product.
public record ProductId(@JsonValue String value) {
    private static final String PREFIX = "prd_";

    @JsonCreator
    public ProductId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a ProductId: " + value);
        }
    }

    static ProductId next() {
        return new ProductId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
