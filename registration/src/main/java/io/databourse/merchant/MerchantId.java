package io.databourse.merchant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.crypto.Ids;

/// Names a merchant.
public record MerchantId(@JsonValue String value) {
    private static final String PREFIX = "mer_";

    @JsonCreator
    public MerchantId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a MerchantId: " + value);
        }
    }

    static MerchantId next() {
        return new MerchantId(Ids.next(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
