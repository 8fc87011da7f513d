package io.databourse.sandbox.sql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// A table that a buyer was granted, with its rules.
///
/// @param name by which queries name it, in `[a-z][a-z0-9_]*`
/// @param columns the columns of the projected copy and what they hold
/// @param rowFilter rows for which it does not hold are not seen, whatever a query says; the node
///   filters rows already, and this is for filters that come later
public record GovernedTable(
        String name,
        Rules rules,
        SequencedMap<String, Type> columns,
        Optional<Predicate> rowFilter) {

    public GovernedTable {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
        if (!isName(name)) {
            throw new RulesException("表名只能用 [a-z0-9_]", "a table's name is not in [a-z0-9_]");
        }
        List<String> folded = columns.keySet().stream().map(GovernedTable::fold).toList();
        if (folded.stream().distinct().count() != folded.size()) {
            throw new RulesException(
                    "有两列同名（不区分大小写）", "two columns have the same name: the engine ignores case");
        }
        if (rules.entityKey().isPresent() && !columns.containsKey(rules.entityKey().get())) {
            throw new RulesException("数据中没有 entityKey 所指的列", "the copy lacks the entityKey");
        }
    }

    public GovernedTable(String name, Rules rules, SequencedMap<String, Type> columns) {
        this(name, rules, columns, Optional.empty());
    }

    static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9_]{0,62}");
    }

    /// The column that a query means, if the rules name it and the copy has it.
    Optional<String> column(String asked) {
        return columns.keySet().stream()
                .filter(name -> fold(name).equals(fold(asked)))
                .filter(name -> rules.column(name).isPresent())
                .findFirst();
    }

    ColumnRule rule(String column) {
        return rules.column(column).orElseThrow();
    }

    Type type(String column) {
        return Optional.ofNullable(columns.get(column)).orElseThrow();
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
