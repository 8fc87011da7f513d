package io.databourse.web.shell;

/// Names of roles as tokens carry them, for the annotations that guard views.
public final class Names {
    public static final String MERCHANT = "merchant";
    public static final String BUYER = "buyer";
    public static final String OPERATOR = "operator";
    public static final String REGULATOR = "regulator";
    public static final String NODE_ADMIN = "node-admin";

    private Names() {}
}
