package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Reads what is done with the finished rows: HAVING, ORDER BY and LIMIT.
final class TailReader {
    private final Scope scope;
    private final List<SelectItem> items;
    private final List<Query.Output> outputs;

    TailReader(Scope scope, List<SelectItem> items, List<Query.Output> outputs) {
        this.scope = scope;
        this.items = items;
        this.outputs = outputs;
    }

    List<Query.Having> having(JsonNode node) {
        var terms = new ArrayList<Query.Having>();
        if (!node.isNull()) {
            having(node, terms);
        }
        return terms;
    }

    private void having(JsonNode node, List<Query.Having> terms) {
        switch (Tree.text(node, "class")) {
            case "CONJUNCTION" -> {
                Tree.exact(node, Tree.CHILDREN);
                if (!Tree.text(node, "type").equals("CONJUNCTION_AND") || terms.size() > 16) {
                    throw new Refusal(Rule.HAVING, "");
                }
                Tree.list(node, "children").forEach(child -> having(child, terms));
            }
            case "COMPARISON" -> terms.add(comparison(Tree.exact(node, Tree.COMPARISON)));
            case "SUBQUERY" -> throw new Refusal(Rule.SUBQUERY, "");
            default -> throw new Refusal(Rule.HAVING, "");
        }
    }

    private Query.Having comparison(JsonNode node) {
        JsonNode left = Tree.child(node, "left");
        JsonNode right = Tree.child(node, "right");
        Comparison comparison = ConditionReader.comparisonOf(node);
        return ConditionReader.isLiteral(left)
                ? having(right, comparison.turned(), left)
                : having(left, comparison, right);
    }

    private Query.Having having(JsonNode left, Comparison comparison, JsonNode right) {
        if (!(named(left) instanceof TermReader.OfMeasure(var measure))) {
            throw new Refusal(Rule.HAVING, "");
        }
        Literal literal = new LiteralReader(scope).read(right, Type.DECIMAL);
        return new Query.Having(measure, comparison, literal);
    }

    /// A term by the name of a column of the result, or written out.
    private TermReader.Term named(JsonNode node) {
        if (Tree.text(node, "class").equals("COLUMN_REF")) {
            JsonNode path = Tree.list(Tree.exact(node, Tree.COLUMN), "column_names");
            for (SelectItem item : items) {
                boolean same =
                        path.size() == 1
                                && GovernedTable.fold(path.get(0).asText())
                                        .equals(GovernedTable.fold(item.name()));
                if (same) {
                    return item.term();
                }
            }
        }
        return new TermReader(scope).read(node);
    }

    List<Query.Order> order(JsonNode modifiers) {
        var order = new ArrayList<Query.Order>();
        for (JsonNode modifier : modifiers) {
            switch (Tree.text(modifier, "type")) {
                case "ORDER_MODIFIER" ->
                        Tree.list(Tree.exact(modifier, Set.of("type", "orders")), "orders")
                                .forEach(node -> order.add(orderBy(node)));
                case "LIMIT_MODIFIER" -> {}
                case "DISTINCT_MODIFIER" -> throw new Refusal(Rule.DISTINCT, "");
                default -> throw Tree.unsupported();
            }
        }
        return order;
    }

    private Query.Order orderBy(JsonNode node) {
        Tree.exact(node, Set.of("type", "null_order", "expression"));
        boolean descending =
                switch (Tree.text(node, "type")) {
                    case "ORDER_DEFAULT", "ASCENDING" -> false;
                    case "DESCENDING" -> true;
                    default -> throw new Refusal(Rule.ORDER_BY, "");
                };
        boolean nullsFirst =
                switch (Tree.text(node, "null_order")) {
                    case "ORDER_DEFAULT", "NULLS LAST" -> false;
                    case "NULLS FIRST" -> true;
                    default -> throw new Refusal(Rule.ORDER_BY, "");
                };
        return new Query.Order(output(Tree.child(node, "expression")), descending, nullsFirst);
    }

    private int output(JsonNode node) {
        TermReader.Term term =
                switch (Tree.text(node, "class")) {
                    case "CONSTANT" -> GroupReader.byNumber(node, items).term();
                    case "COLUMN_REF", "FUNCTION" -> named(node);
                    case "SUBQUERY" -> throw new Refusal(Rule.SUBQUERY, "");
                    default -> throw new Refusal(Rule.ORDER_BY, "");
                };
        for (int i = 0; i < outputs.size(); i++) {
            if (items.get(i).term().equals(term)) {
                return i;
            }
        }
        throw new Refusal(Rule.ORDER_BY, "");
    }

    OptionalInt limit(JsonNode modifiers) {
        for (JsonNode modifier : modifiers) {
            if (Tree.text(modifier, "type").equals("LIMIT_MODIFIER")) {
                return OptionalInt.of(limitOf(modifier));
            }
        }
        return OptionalInt.empty();
    }

    private int limitOf(JsonNode modifier) {
        Tree.exact(modifier, Set.of("type", "limit", "offset", "limit_type"));
        Tree.nothing(modifier, "offset", Rule.LIMIT);
        JsonNode limit = Tree.child(modifier, "limit");
        boolean plain =
                Tree.text(modifier, "limit_type").equals("ROW_COUNT")
                        && limit.isObject()
                        && ConditionReader.isLiteral(limit);
        if (!plain) {
            throw new Refusal(Rule.LIMIT, "");
        }
        String text = new LiteralReader(scope).read(limit, Type.INTEGER).text();
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new Refusal(Rule.LIMIT, text);
        }
        return Integer.parseInt(text);
    }
}
