package io.databourse.settlement.payout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.merchant.MerchantId;

/// Names a payment order to the bank, by its batch and payee.
public record PayoutId(@JsonValue String value) {
    private static final String PREFIX = "pay_";

    @JsonCreator
    public PayoutId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a PayoutId: " + value);
        }
    }

    static PayoutId of(BatchId batch, MerchantId payee) {
        return new PayoutId(PREFIX + batch.value().substring("stb_".length()) + "_" + payee);
    }

    @Override
    public String toString() {
        return value;
    }
}
