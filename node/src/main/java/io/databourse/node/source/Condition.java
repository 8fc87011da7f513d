package io.databourse.node.source;

import java.util.List;

/// A condition that rows have to meet; all conditions of a selection must hold. NULL meets none.
///
/// @param values one, except for IN (one or more) and BETWEEN (two, both included)
public record Condition(String column, Operator operator, List<String> values) {
    public Condition {
        values = List.copyOf(values);
        var count = values.size();
        var fits =
                switch (operator) {
                    case EQ, NE, LT, LE, GT, GE -> count == 1;
                    case BETWEEN -> count == 2;
                    case IN -> count >= 1;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    operator + " on " + column + " does not take " + count + " values");
        }
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
