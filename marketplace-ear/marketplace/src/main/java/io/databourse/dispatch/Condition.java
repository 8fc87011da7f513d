package io.databourse.dispatch;

import java.util.List;

/// A row takes part if its column satisfies this. The node that owns the column evaluates it.
///
/// @param values one value; two for `BETWEEN`, both included; one or more for `IN`
public record Condition(String column, Operator operator, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }

    /// Whether the number of values fits the operator.
    boolean isComplete() {
        return switch (operator) {
            case EQ, NE, LT, LE, GT, GE -> values.size() == 1;
            case IN -> !values.isEmpty();
            case BETWEEN -> values.size() == 2;
        };
    }

    public enum Operator {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        IN,
        BETWEEN
    }
}
