package io.databourse.mpc.key;

import io.databourse.plugin.Parameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The rules of a join key, one a column, in the order of the join columns. They stand among the
/// job's parameters and so in the text that every party's node signs.
public record KeyRules(List<ColumnRule> columns) {
    /// The parameter: for each column its words, with commas between columns. Without it every
    /// column is text.
    public static final String PARAMETER = "keyRules";

    public KeyRules {
        columns = List.copyOf(columns);
    }

    /// The rules of a job with so many join columns; empty if what is written is none, or is for
    /// another number of columns.
    public static Optional<KeyRules> of(Parameters parameters, int joinColumns) {
        return read(parameters)
                .map(rules -> rules.isEmpty() ? text(joinColumns) : new KeyRules(rules))
                .filter(rules -> rules.columns().size() == joinColumns);
    }

    /// Whether what is written can be read.
    public static boolean isFine(Parameters parameters) {
        return read(parameters).isPresent();
    }

    /// What is written; nothing written is an empty list.
    private static Optional<List<ColumnRule>> read(Parameters parameters) {
        var rules = new ArrayList<ColumnRule>();
        if (!parameters.values().getOrDefault(PARAMETER, "").isEmpty()) {
            for (var words : parameters.text(PARAMETER).split(",", -1)) {
                var rule = ColumnRule.parse(words);
                if (rule.isEmpty()) {
                    return Optional.empty();
                }
                rules.add(rule.get());
            }
        }
        return Optional.of(rules);
    }

    /// Keys of texts.
    public static KeyRules text(int joinColumns) {
        return new KeyRules(Collections.nCopies(joinColumns, ColumnRule.TEXT));
    }
}
