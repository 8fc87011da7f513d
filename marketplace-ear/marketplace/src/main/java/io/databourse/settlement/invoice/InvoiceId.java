package io.databourse.settlement.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names an invoice before it has a number of the tax platform.
public record InvoiceId(@JsonValue String value) {
    private static final String PREFIX = "inv_";

    @JsonCreator
    public InvoiceId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not an InvoiceId: " + value);
        }
    }

    static InvoiceId next() {
        return new InvoiceId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
