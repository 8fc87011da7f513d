package io.databourse.settlement.dispute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;
import io.databourse.settlement.ChargeId;

/// Names a refund, and the charge that it becomes.
public record RefundId(@JsonValue String value) {
    private static final String PREFIX = "rfd_";

    @JsonCreator
    public RefundId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a RefundId: " + value);
        }
    }

    static RefundId next() {
        return new RefundId(Ids.next(PREFIX));
    }

    ChargeId charge() {
        return new ChargeId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
