package io.databourse.sandbox.sql;

/// How two values are compared; the AST's words are DuckDB's.
enum Comparison {
    EQUAL("=", "COMPARE_EQUAL"),
    NOT_EQUAL("<>", "COMPARE_NOTEQUAL"),
    LESS("<", "COMPARE_LESSTHAN"),
    AT_MOST("<=", "COMPARE_LESSTHANOREQUALTO"),
    MORE(">", "COMPARE_GREATERTHAN"),
    AT_LEAST(">=", "COMPARE_GREATERTHANOREQUALTO");

    private final String sign;
    private final String node;

    Comparison(String sign, String node) {
        this.sign = sign;
        this.node = node;
    }

    String sign() {
        return sign;
    }

    String node() {
        return node;
    }

    /// The comparison with its sides exchanged.
    Comparison turned() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }
}
