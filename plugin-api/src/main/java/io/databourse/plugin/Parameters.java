package io.databourse.plugin;

import java.util.Map;
import java.util.OptionalLong;

/// The parameters of a task, as text by name; their schema is on the [TaskCard].
public record Parameters(Map<String, String> values) {
    /// The fewest rows that a result may have; contracts set it. The host puts it here for every
    /// task whose schema names it.
    public static final String MINIMUM_RESULT_SIZE = "minimumResultSize";

    public Parameters {
        values = Map.copyOf(values);
    }

    public static Parameters none() {
        return new Parameters(Map.of());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// The value as text.
    ///
    /// @throws IllegalArgumentException if it is missing
    public String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("parameter is missing: " + name);
        }
        return value;
    }

    /// The value as a whole number; empty if it is missing or is not one.
    public OptionalLong whole(String name) {
        var value = values.getOrDefault(name, "");
        return value.matches("-?\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(value))
                : OptionalLong.empty();
    }
}
