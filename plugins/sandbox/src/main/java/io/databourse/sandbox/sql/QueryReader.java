package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a serialized syntax tree as a [Query], or refuses it.
final class QueryReader {
    private static final int MOST_OUTPUTS = 32;
    private static final int MOST_GROUPS = 8;

    private final List<GovernedTable> granted;
    private final Map<String, Literal> arguments;

    QueryReader(List<GovernedTable> granted, Map<String, Literal> arguments) {
        this.granted = granted;
        this.arguments = arguments;
    }

    Query read(JsonNode tree) {
        if (Tree.flag(tree, "error")) {
            throw wrong(tree);
        }
        JsonNode statements =
                Tree.list(Tree.exact(tree, Set.of("error", "statements")), "statements");
        if (statements.size() != 1) {
            throw new Refusal(Rule.ONE_STATEMENT, "");
        }
        JsonNode statement = Tree.exact(statements.get(0), Tree.STATEMENT);
        if (arguments.isEmpty()) {
            Tree.nothing(statement, "named_param_map", Rule.PARAMETER);
        }
        return select(Tree.child(statement, "node"));
    }

    private static Refusal wrong(JsonNode tree) {
        boolean syntax = tree.path("error_type").asText().equals("parser");
        String message = tree.path("error_message").asText();
        return new Refusal(syntax ? Rule.SYNTAX : Rule.NOT_A_SELECT, syntax ? message : "");
    }

    private Query select(JsonNode node) {
        if (!Tree.text(node, "type").equals("SELECT_NODE")) {
            throw new Refusal(
                    switch (Tree.text(node, "type")) {
                        case "SET_OPERATION_NODE" -> Rule.SET_OPERATION;
                        case "CTE_NODE", "RECURSIVE_CTE_NODE" -> Rule.WITH;
                        default -> Rule.UNSUPPORTED;
                    },
                    "");
        }
        Tree.exact(node, Tree.SELECT);
        Tree.nothing(Tree.exact(Tree.child(node, "cte_map"), Set.of("map")), "map", Rule.WITH);
        Tree.nothing(node, "sample", Rule.SAMPLE);
        Tree.nothing(node, "qualify", Rule.QUALIFY);
        if (!Tree.text(node, "aggregate_handling").equals("STANDARD_HANDLING")) {
            throw new Refusal(Rule.GROUPING, "");
        }
        FromReader.From from =
                new FromReader(granted, arguments).read(Tree.child(node, "from_table"));
        Scope scope = from.scope();
        Optional<Predicate> where =
                Optional.of(Tree.child(node, "where_clause"))
                        .filter(condition -> !condition.isNull())
                        .map(condition -> new ConditionReader(scope).read(condition));
        List<SelectItem> items = items(Tree.list(node, "select_list"), scope);
        List<Dimension> groups = new GroupReader(scope, items).read(node);
        List<Query.Output> outputs = outputs(items, groups);
        var tail = new TailReader(scope, items, outputs);
        return new Query(
                scope.tables(),
                from.joins(),
                where,
                groups,
                outputs,
                tail.having(Tree.child(node, "having")),
                tail.order(Tree.list(node, "modifiers")),
                tail.limit(Tree.list(node, "modifiers")));
    }

    private static List<SelectItem> items(JsonNode list, Scope scope) {
        if (list.size() > MOST_OUTPUTS) {
            throw new Refusal(Rule.TOO_COMPLEX, "SELECT");
        }
        var items = new ArrayList<SelectItem>();
        for (JsonNode node : list) {
            items.add(SelectItem.of(Tree.text(node, "alias"), new TermReader(scope).read(node)));
        }
        SelectItem.checkNames(items, scope);
        return items;
    }

    private static List<Query.Output> outputs(List<SelectItem> items, List<Dimension> groups) {
        if (groups.size() > MOST_GROUPS) {
            throw new Refusal(Rule.TOO_COMPLEX, "GROUP BY");
        }
        var outputs = new ArrayList<Query.Output>();
        for (SelectItem item : items) {
            outputs.add(new Query.Output(item.name(), value(item.term(), groups)));
        }
        return outputs;
    }

    static Query.Value value(TermReader.Term term, List<Dimension> groups) {
        return switch (term) {
            case TermReader.OfMeasure(var measure) -> new Query.Cell(measure);
            case TermReader.OfDimension(var dimension) -> {
                int group = groups.indexOf(dimension);
                if (group < 0) {
                    throw new Refusal(Rule.GROUP_BY, dimension.column().column());
                }
                yield new Query.Key(group);
            }
        };
    }
}
