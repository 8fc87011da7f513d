package io.databourse.mpc;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A parameter of a task.
public interface TaskParameter {
    /// How keys are made comparable; every task that compares keys has it.
    TaskParameter KEY_RULES = new RulesParameter();

    /// What is done about repeated keys; every task whose result is rows has it.
    TaskParameter DUPLICATES = DuplicateKeys.PARAMETER;

    String name();

    /// What is wrong with its value, if it is given and something is.
    Optional<Text> objection(Parameters parameters);

    /// Its member of the JSON Schema's `properties`.
    String property();

    /// JSON Schema of such parameters.
    static String schema(List<? extends TaskParameter> parameters) {
        return parameters.stream()
                .map(TaskParameter::property)
                .map(property -> property.indent(4).stripTrailing())
                .collect(
                        Collectors.joining(
                                ",\n",
                                """
                                {
                                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                                  "type": "object",
                                  "additionalProperties": false,
                                  "properties": {
                                """,
                                "\n  }\n}\n"));
    }
}
