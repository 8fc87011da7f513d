package io.databourse.sandbox.sql;

/// Carries a refusal from the depth of a syntax tree to [Compiler].
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Rule rule;
    private final String detail;

    Refusal(Rule rule, String detail) {
        super(rule.id(), null, false, false);
        this.rule = rule;
        this.detail = detail.length() > 200 ? detail.substring(0, 200) : detail;
    }

    Compilation.Refused asResult() {
        return new Compilation.Refused(rule, detail);
    }
}
