package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads FROM: a granted table, or two that are joined where their join columns are equal.
final class FromReader {
    private final List<GovernedTable> granted;
    private final Map<String, Literal> arguments;

    FromReader(List<GovernedTable> granted, Map<String, Literal> arguments) {
        this.granted = granted;
        this.arguments = arguments;
    }

    /// What FROM brings: names in scope, and how they are joined.
    record From(Scope scope, List<Query.JoinOn> joins) {}

    From read(JsonNode node) {
        return switch (Tree.text(node, "type")) {
            case "BASE_TABLE" -> {
                var scope = new Scope(List.of(name(node)), List.of(table(node)), arguments);
                yield new From(scope, List.of());
            }
            case "JOIN" -> join(Tree.exact(node, Tree.JOIN));
            case "SUBQUERY" -> throw new Refusal(Rule.SUBQUERY, "");
            case "TABLE_FUNCTION", "EMPTY", "EXPRESSION_LIST", "COLUMN_DATA" ->
                    throw new Refusal(Rule.TABLE, "");
            case "SHOW_REF" -> throw new Refusal(Rule.NOT_A_SELECT, "");
            default -> throw Tree.unsupported();
        };
    }

    private GovernedTable table(JsonNode node) {
        Tree.exact(node, Tree.TABLE);
        String asked = Tree.text(node, "table_name");
        Tree.nothing(node, "sample", Rule.SAMPLE);
        Tree.nothing(node, "schema_name", Rule.TABLE);
        Tree.nothing(node, "catalog_name", Rule.TABLE);
        Tree.nothing(node, "at_clause", Rule.TABLE);
        Tree.nothing(node, "column_name_alias", Rule.UNSUPPORTED);
        Tree.unqualified(node, asked, Rule.TABLE);
        return granted.stream()
                .filter(table -> table.name().equals(GovernedTable.fold(asked)))
                .findFirst()
                .orElseThrow(() -> new Refusal(Rule.TABLE, asked));
    }

    private static String name(JsonNode node) {
        String alias = Tree.text(node, "alias");
        return GovernedTable.fold(alias.isEmpty() ? Tree.text(node, "table_name") : alias);
    }

    private From join(JsonNode node) {
        Tree.nothing(node, "sample", Rule.SAMPLE);
        Tree.nothing(node, "alias", Rule.UNSUPPORTED);
        Tree.nothing(node, "duplicate_eliminated_columns", Rule.JOIN_KIND);
        Tree.nothing(node, "ranking_expression", Rule.JOIN_KIND);
        JsonNode left = Tree.child(node, "left");
        JsonNode right = Tree.child(node, "right");
        boolean plain =
                Tree.text(node, "join_type").equals("INNER")
                        && Tree.text(node, "ref_type").equals("REGULAR")
                        && !Tree.flag(node, "is_implicit")
                        && !Tree.flag(node, "delim_flipped")
                        && Tree.text(left, "type").equals("BASE_TABLE")
                        && Tree.text(right, "type").equals("BASE_TABLE");
        if (!plain) {
            throw new Refusal(Rule.JOIN_KIND, "");
        }
        var scope =
                new Scope(
                        List.of(name(left), name(right)),
                        List.of(table(left), table(right)),
                        arguments);
        checkTables(scope);
        return new From(scope, joins(node, scope));
    }

    private static void checkTables(Scope scope) {
        if (scope.tables().get(0).name().equals(scope.tables().get(1).name())
                || scope.names().get(0).equals(scope.names().get(1))) {
            throw new Refusal(Rule.JOIN_KIND, scope.tables().get(0).name());
        }
        for (GovernedTable table : scope.tables()) {
            if (table.rules().entityKey().isEmpty()) {
                throw new Refusal(Rule.JOIN_ENTITY, table.name());
            }
        }
    }

    private static List<Query.JoinOn> joins(JsonNode node, Scope scope) {
        var joins = new ArrayList<Query.JoinOn>();
        for (JsonNode using : Tree.list(node, "using_columns")) {
            List<ColumnRef> both = scope.named(using.asText());
            if (both.size() != 2) {
                throw new Refusal(Rule.COLUMN, using.asText());
            }
            joins.add(checked(both.get(0), both.get(1), scope));
        }
        if (joins.isEmpty()) {
            conditions(Tree.child(node, "condition"), scope, joins);
        } else {
            Tree.nothing(node, "condition", Rule.JOIN_KIND);
        }
        return joins;
    }

    private static void conditions(JsonNode node, Scope scope, List<Query.JoinOn> joins) {
        if (node.isObject()
                && Tree.text(node, "type").equals("CONJUNCTION_AND")
                && joins.size() < 4) {
            Tree.list(Tree.exact(node, Tree.CHILDREN), "children")
                    .forEach(child -> conditions(child, scope, joins));
            return;
        }
        if (!node.isObject() || !Tree.text(node, "type").equals("COMPARE_EQUAL")) {
            throw new Refusal(Rule.JOIN_KIND, "");
        }
        Tree.exact(node, Tree.COMPARISON);
        joins.add(
                checked(
                        side(Tree.child(node, "left"), scope),
                        side(Tree.child(node, "right"), scope),
                        scope));
    }

    private static ColumnRef side(JsonNode node, Scope scope) {
        if (!Tree.text(node, "class").equals("COLUMN_REF")) {
            throw new Refusal(Rule.JOIN_KIND, "");
        }
        return scope.column(node);
    }

    private static Query.JoinOn checked(ColumnRef left, ColumnRef right, Scope scope) {
        if (left.table() == right.table()) {
            throw new Refusal(Rule.JOIN_KIND, "");
        }
        for (ColumnRef column : List.of(left, right)) {
            Role role = scope.rule(column).role();
            // Whom rows are about may be matched too: the answer still counts them.
            if (role != Role.JOIN && role != Role.ENTITY) {
                throw new Refusal(Rule.JOIN_COLUMN, column.column());
            }
        }
        if (scope.type(left) != scope.type(right)) {
            throw new Refusal(Rule.JOIN_COLUMN, left.column());
        }
        return new Query.JoinOn(left, right);
    }
}
