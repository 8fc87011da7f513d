package io.databourse.sandbox.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A query that the owner wrote, with places `$name` for arguments.
public record Template(String name, String sql, Map<String, Parameter> parameters) {

    /// A place for an argument.
    ///
    /// @param values the only ones allowed; empty allows all of the type
    /// @param range bounds of an integer or decimal argument
    public record Parameter(Type type, List<String> values, Optional<Range> range) {
        public Parameter {
            values = List.copyOf(values);
            if (range.isPresent() && !type.isNumber()) {
                throw new RulesException("只有数值参数可以有 min 和 max", "only numbers have min and max");
            }
        }

        /// The argument as a value, if it is one that is allowed.
        Optional<Literal> bind(String argument) {
            return Literal.of(type, argument)
                    .filter(value -> values.isEmpty() || values.contains(argument))
                    .filter(value -> range.isEmpty() || range.get().contains(value.asNumber()));
        }
    }

    /// Bounds, both included.
    public record Range(BigDecimal min, BigDecimal max) {
        boolean contains(BigDecimal value) {
            return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        }
    }

    public Template {
        parameters = Map.copyOf(new TreeMap<>(parameters));
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new RulesException("模板名只能用 [a-z0-9-]", "a template's name is not in [a-z0-9-]");
        }
        if (sql.length() > 16_384) {
            throw new RulesException("模板 " + name + " 过长", "template " + name + " is too long");
        }
        if (!parameters.keySet().stream().allMatch(key -> key.matches("[a-z][a-z0-9_]{0,63}"))) {
            throw new RulesException(
                    "模板 " + name + " 的参数名只能用 [a-z0-9_]",
                    "a parameter of " + name + " is not in [a-z0-9_]");
        }
    }
}
