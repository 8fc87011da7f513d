package io.databourse.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names an order.
public record OrderId(@JsonValue String value) {
    private static final String PREFIX = "ord_";

    @JsonCreator
    public OrderId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a OrderId: " + value);
        }
    }

    static OrderId next() {
        return new OrderId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
