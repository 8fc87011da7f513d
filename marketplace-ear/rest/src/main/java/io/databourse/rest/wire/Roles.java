package io.databourse.rest.wire;

/// The realm roles by the names that tokens carry them under.
public final class Roles {
    public static final String MERCHANT = "merchant";
    public static final String BUYER = "buyer";
    public static final String OPERATOR = "operator";
    public static final String REGULATOR = "regulator";
    public static final String NODE_ADMIN = "node-admin";

    private Roles() {}
}
