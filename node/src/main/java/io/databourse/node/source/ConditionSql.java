package io.databourse.node.source;

import io.databourse.node.NodeFailure;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The WHERE clause of a selection. Column names were checked against the schema and are quoted;
/// values are checked against the column's type here and bound as parameters.
record ConditionSql(String where, List<String> values) {

    static ConditionSql of(List<Condition> conditions, Map<String, Schema.Type> types) {
        var terms = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var condition : conditions) {
            var type = types.getOrDefault(condition.column(), Schema.Type.STRING);
            check(condition, type);
            terms.add(term(condition, type));
            values.addAll(condition.values());
        }
        return new ConditionSql(
                terms.isEmpty() ? "" : " WHERE " + String.join(" AND ", terms),
                List.copyOf(values));
    }

    private static String term(Condition condition, Schema.Type type) {
        var sqlType = SqlTypes.of(type);
        var column = "CAST(" + DuckDb.name(condition.column()) + " AS " + sqlType + ")";
        var value = "CAST(? AS " + sqlType + ")";
        return switch (condition.operator()) {
            case EQ -> column + " = " + value;
            case NE -> column + " <> " + value;
            case LT -> column + " < " + value;
            case LE -> column + " <= " + value;
            case GT -> column + " > " + value;
            case GE -> column + " >= " + value;
            case BETWEEN -> column + " BETWEEN " + value + " AND " + value;
            case IN ->
                    column
                            + " IN ("
                            + String.join(
                                    ", ", Collections.nCopies(condition.values().size(), value))
                            + ")";
        };
    }

    /// @throws NodeFailure if a value cannot be of the column's type
    static void check(Condition condition, Schema.Type type) {
        for (var value : condition.values()) {
            if (!isOfType(value, type)) {
                throw new NodeFailure(
                        "VALUE_INVALID",
                        Blame.CALLER,
                        condition.column()
                                + " is "
                                + type
                                + ", which the condition's value is not");
            }
        }
    }

    @SuppressWarnings("ReturnValueIgnored") // only whether the text can be read matters
    private static boolean isOfType(String value, Schema.Type type) {
        try {
            switch (type) {
                case STRING -> {}
                case INTEGER -> Long.parseLong(value);
                case DECIMAL -> new BigDecimal(value);
                case DATE -> LocalDate.parse(value);
                case TIMESTAMP -> LocalDateTime.parse(value.replace(' ', 'T'));
                case BOOLEAN -> {
                    return value.equals("true") || value.equals("false");
                }
            }
            return true;
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return false;
        }
    }

    /// The types by column of a schema.
    static Map<String, Schema.Type> types(List<Schema.Column> columns) {
        return columns.stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                Schema.Column::name, Schema.Column::type));
    }
}
