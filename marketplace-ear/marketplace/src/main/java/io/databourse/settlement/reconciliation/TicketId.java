package io.databourse.settlement.reconciliation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a ticket.
public record TicketId(@JsonValue String value) {
    private static final String PREFIX = "tkt_";

    @JsonCreator
    public TicketId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a TicketId: " + value);
        }
    }

    static TicketId next() {
        return new TicketId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
