package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The nodes of DuckDB's serialized syntax tree that are understood, each with exactly its keys.
///
/// A key more or less means syntax that this was not written for, and is refused: what a new
/// version of the engine adds fails closed.
final class Tree {
    private static final Set<String> EXPRESSION =
            Set.of("class", "type", "alias", "query_location", "query_location_length");
    static final Set<String> STATEMENT = Set.of("node", "named_param_map");
    static final Set<String> SELECT =
            Set.of(
                    "type",
                    "modifiers",
                    "cte_map",
                    "select_list",
                    "from_table",
                    "where_clause",
                    "group_expressions",
                    "group_sets",
                    "aggregate_handling",
                    "having",
                    "sample",
                    "qualify");
    static final Set<String> COLUMN = expression("column_names");
    static final Set<String> CONSTANT = expression("literal");
    static final Set<String> COMPARISON = expression("left", "right");
    static final Set<String> CHILDREN = expression("children");
    static final Set<String> BETWEEN = expression("input", "lower", "upper");
    static final Set<String> PARAMETER = expression("identifier");
    static final Set<String> CAST = expression("child", "try_cast", "type_expr");
    static final Set<String> TYPE =
            expression("catalog", "schema", "type_name", "children", "qualified_name");
    static final Set<String> FUNCTION =
            expression(
                    "function_name",
                    "schema",
                    "filter",
                    "order_bys",
                    "distinct",
                    "is_operator",
                    "export_state",
                    "catalog",
                    "arguments",
                    "qualified_name");
    static final Set<String> TABLE =
            Set.of(
                    "type",
                    "alias",
                    "sample",
                    "query_location",
                    "query_location_length",
                    "schema_name",
                    "table_name",
                    "column_name_alias",
                    "catalog_name",
                    "at_clause",
                    "qualified_name");
    static final Set<String> JOIN =
            Set.of(
                    "type",
                    "alias",
                    "sample",
                    "query_location",
                    "query_location_length",
                    "left",
                    "right",
                    "condition",
                    "join_type",
                    "ref_type",
                    "using_columns",
                    "delim_flipped",
                    "duplicate_eliminated_columns",
                    "is_implicit",
                    "ranking_expression",
                    "nearest_count",
                    "nearest_order_type",
                    "nearest_approx");

    private Tree() {}

    private static Set<String> expression(String... more) {
        var keys = new HashSet<>(EXPRESSION);
        keys.addAll(Set.of(more));
        return Set.copyOf(keys);
    }

    /// The node, if it has these keys and no other.
    static JsonNode exact(JsonNode node, Set<String> keys) {
        var found = new HashSet<String>();
        node.fieldNames().forEachRemaining(found::add);
        if (!found.equals(keys)) {
            throw unsupported();
        }
        return node;
    }

    static Refusal unsupported() {
        return new Refusal(Rule.UNSUPPORTED, "");
    }

    static JsonNode child(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key)).orElseThrow(Tree::unsupported);
    }

    static String text(JsonNode node, String key) {
        JsonNode value = child(node, key);
        if (!value.isTextual()) {
            throw unsupported();
        }
        return value.textValue();
    }

    static boolean flag(JsonNode node, String key) {
        JsonNode value = child(node, key);
        if (!value.isBoolean()) {
            throw unsupported();
        }
        return value.booleanValue();
    }

    static JsonNode list(JsonNode node, String key) {
        JsonNode value = child(node, key);
        if (!value.isArray()) {
            throw unsupported();
        }
        return value;
    }

    static boolean isNull(JsonNode node, String key) {
        return child(node, key).isNull();
    }

    /// Refuses what is neither null, nor an empty list, nor an empty text.
    static void nothing(JsonNode node, String key, Rule rule) {
        JsonNode value = child(node, key);
        boolean empty =
                value.isNull()
                        || (value.isArray() && value.isEmpty())
                        || (value.isTextual() && value.textValue().isEmpty());
        if (!empty) {
            throw new Refusal(rule, "");
        }
    }

    /// Refuses a name with a schema or a catalogue, by whatever key it comes.
    static void unqualified(JsonNode node, String name, Rule rule) {
        JsonNode path = list(exact(child(node, "qualified_name"), Set.of("path")), "path");
        if (path.size() != 1 || !path.get(0).isTextual() || !path.get(0).textValue().equals(name)) {
            throw new Refusal(rule, name);
        }
    }
}
