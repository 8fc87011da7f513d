package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Reads GROUP BY: columns, functions of times, names of the result's columns, or their numbers.
final class GroupReader {
    private final Scope scope;
    private final List<SelectItem> items;

    GroupReader(Scope scope, List<SelectItem> items) {
        this.scope = scope;
        this.items = items;
    }

    List<Dimension> read(JsonNode select) {
        JsonNode expressions = Tree.list(select, "group_expressions");
        checkSets(Tree.list(select, "group_sets"), expressions.size());
        var groups = new LinkedHashSet<Dimension>();
        expressions.forEach(expression -> groups.add(dimension(term(expression))));
        return new ArrayList<>(groups);
    }

    /// One set of all expressions is plain GROUP BY.
    private static void checkSets(JsonNode sets, int expressions) {
        boolean plain =
                expressions == 0
                        ? sets.isEmpty()
                        : sets.size() == 1 && sets.get(0).size() <= expressions;
        for (int i = 0; plain && i < expressions && i < sets.get(0).size(); i++) {
            plain = sets.get(0).get(i).asInt(-1) == i;
        }
        if (!plain || (expressions > 0 && sets.get(0).size() != expressions)) {
            throw new Refusal(Rule.GROUPING, "");
        }
    }

    private TermReader.Term term(JsonNode node) {
        return switch (Tree.text(node, "class")) {
            case "CONSTANT" -> byNumber(node, items).term();
            case "COLUMN_REF" -> byName(node);
            default -> new TermReader(scope).read(node);
        };
    }

    private TermReader.Term byName(JsonNode node) {
        JsonNode path = Tree.list(Tree.exact(node, Tree.COLUMN), "column_names");
        if (path.size() == 1 && scope.named(path.get(0).asText()).isEmpty()) {
            String name = GovernedTable.fold(path.get(0).asText());
            for (SelectItem item : items) {
                if (GovernedTable.fold(item.name()).equals(name)) {
                    return item.term();
                }
            }
        }
        return new TermReader(scope).read(node);
    }

    static SelectItem byNumber(JsonNode node, List<SelectItem> items) {
        JsonNode literal = Tree.child(Tree.exact(node, Tree.CONSTANT), "literal");
        String text = Tree.text(literal, "text");
        if (!Tree.text(literal, "kind").equals("INTEGER") || !text.matches("[1-9][0-9]?")) {
            throw new Refusal(Rule.EXPRESSION, text);
        }
        int number = Integer.parseInt(text);
        if (number > items.size()) {
            throw new Refusal(Rule.COLUMN, text);
        }
        return items.get(number - 1);
    }

    private static Dimension dimension(TermReader.Term term) {
        return switch (term) {
            case TermReader.OfDimension(var dimension) -> dimension;
            case TermReader.OfMeasure _ -> throw new Refusal(Rule.GROUP_BY, "");
        };
    }
}
