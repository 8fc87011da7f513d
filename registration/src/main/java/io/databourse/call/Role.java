package io.databourse.call;

import java.util.Locale;

/// What a person may be at the exchange; one person can be several.
public enum Role {
    MERCHANT,
    BUYER,
    OPERATOR,
    REGULATOR,
    NODE_ADMIN;

    /// The name of the role in tokens, such as `node-admin`.
    public String tokenName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
