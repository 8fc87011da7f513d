package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Reads WHERE: comparisons of dimensions with literals, and AND, OR, NOT of such.
final class ConditionReader {
    private static final int DEEPEST = 16;
    private static final int MOST = 64;
    private static final int LONGEST_LIST = 200;

    private final Scope scope;
    private final LiteralReader literals;
    private int conditions;

    ConditionReader(Scope scope) {
        this.scope = scope;
        this.literals = new LiteralReader(scope);
    }

    Predicate read(JsonNode node) {
        return read(node, 0);
    }

    private Predicate read(JsonNode node, int depth) {
        if (depth > DEEPEST || ++conditions > MOST) {
            throw new Refusal(Rule.TOO_COMPLEX, "");
        }
        return switch (Tree.text(node, "class")) {
            case "CONJUNCTION" -> conjunction(Tree.exact(node, Tree.CHILDREN), depth);
            case "OPERATOR" -> operator(Tree.exact(node, Tree.CHILDREN), depth);
            case "COMPARISON" -> comparison(Tree.exact(node, Tree.COMPARISON));
            case "BETWEEN" -> between(Tree.exact(node, Tree.BETWEEN));
            case "FUNCTION" -> like(Tree.exact(node, Tree.FUNCTION));
            case "SUBQUERY" -> throw new Refusal(Rule.SUBQUERY, "");
            case "WINDOW" -> throw new Refusal(Rule.WINDOW, "");
            case "CAST" -> throw new Refusal(Rule.CAST, "");
            default -> throw new Refusal(Rule.CONDITION, "");
        };
    }

    private Predicate conjunction(JsonNode node, int depth) {
        var parts = new ArrayList<Predicate>();
        Tree.list(node, "children").forEach(child -> parts.add(read(child, depth + 1)));
        return switch (Tree.text(node, "type")) {
            case "CONJUNCTION_AND" -> new Predicate.And(parts);
            case "CONJUNCTION_OR" -> new Predicate.Or(parts);
            default -> throw Tree.unsupported();
        };
    }

    private Predicate operator(JsonNode node, int depth) {
        JsonNode children = Tree.list(node, "children");
        JsonNode first = children.isEmpty() ? node : children.get(0);
        return switch (Tree.text(node, "type")) {
            case "OPERATOR_NOT" -> new Predicate.Not(read(only(children), depth + 1));
            case "OPERATOR_IS_NULL" -> new Predicate.IsNull(dimension(only(children)));
            case "OPERATOR_IS_NOT_NULL" ->
                    new Predicate.Not(new Predicate.IsNull(dimension(only(children))));
            case "COMPARE_IN" -> in(dimension(first), children);
            case "COMPARE_NOT_IN" -> new Predicate.Not(in(dimension(first), children));
            default -> throw new Refusal(Rule.CONDITION, "");
        };
    }

    private static JsonNode only(JsonNode children) {
        if (children.size() != 1) {
            throw Tree.unsupported();
        }
        return children.get(0);
    }

    private Predicate in(Dimension left, JsonNode children) {
        if (children.size() < 2 || children.size() > LONGEST_LIST + 1) {
            throw new Refusal(Rule.TOO_COMPLEX, "IN");
        }
        List<Literal> values = new ArrayList<>();
        for (int i = 1; i < children.size(); i++) {
            values.add(literals.read(children.get(i), scope.type(left)));
        }
        return new Predicate.In(left, values);
    }

    private Predicate comparison(JsonNode node) {
        JsonNode left = Tree.child(node, "left");
        JsonNode right = Tree.child(node, "right");
        Comparison comparison = comparisonOf(node);
        return isLiteral(left)
                ? compare(right, comparison.turned(), left)
                : compare(left, comparison, right);
    }

    private Predicate compare(JsonNode left, Comparison comparison, JsonNode right) {
        Dimension dimension = dimension(left);
        return new Predicate.Compare(
                dimension, comparison, literals.read(right, scope.type(dimension)));
    }

    static Comparison comparisonOf(JsonNode node) {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.node().equals(Tree.text(node, "type"))) {
                return comparison;
            }
        }
        throw new Refusal(Rule.CONDITION, "");
    }

    static boolean isLiteral(JsonNode node) {
        return switch (Tree.text(node, "class")) {
            case "CONSTANT", "PARAMETER" -> true;
            case "CAST" -> isLiteral(Tree.child(node, "child"));
            default -> false;
        };
    }

    private Predicate between(JsonNode node) {
        if (!Tree.text(node, "type").equals("COMPARE_BETWEEN")) {
            throw Tree.unsupported();
        }
        JsonNode input = Tree.child(node, "input");
        return new Predicate.And(
                List.of(
                        compare(input, Comparison.AT_LEAST, Tree.child(node, "lower")),
                        compare(input, Comparison.AT_MOST, Tree.child(node, "upper"))));
    }

    private Predicate like(JsonNode node) {
        String name = Tree.text(node, "function_name");
        Tree.unqualified(node, name, Rule.FUNCTION);
        boolean denied = name.equals("!~~");
        JsonNode arguments = Tree.list(node, "arguments");
        if (!(denied || name.equals("~~")) || arguments.size() != 2) {
            throw new Refusal(Rule.FUNCTION, name);
        }
        Dimension left = dimension(BucketReader.expression(arguments.get(0)));
        if (scope.type(left) != Type.TEXT) {
            throw new Refusal(Rule.LITERAL, name);
        }
        Literal pattern = literals.read(BucketReader.expression(arguments.get(1)), Type.TEXT);
        Predicate like = new Predicate.Like(left, pattern.text());
        return denied ? new Predicate.Not(like) : like;
    }

    private Dimension dimension(JsonNode node) {
        return switch (Tree.text(node, "class")) {
            case "COLUMN_REF" -> new Dimension(filtered(node), Bucket.EXACT);
            case "FUNCTION" -> bucket(Tree.exact(node, Tree.FUNCTION));
            case "CAST" -> throw new Refusal(Rule.CAST, "");
            case "SUBQUERY" -> throw new Refusal(Rule.SUBQUERY, "");
            default -> throw new Refusal(Rule.CONDITION, "");
        };
    }

    private Dimension bucket(JsonNode node) {
        String name = Tree.text(node, "function_name");
        if (Tree.flag(node, "is_operator")) {
            throw new Refusal(Rule.EXPRESSION, name);
        }
        TermReader.plain(node, name);
        return new BucketReader(scope).read(node, this::filtered, name);
    }

    private ColumnRef filtered(JsonNode node) {
        ColumnRef column = scope.column(node);
        ColumnRule rule = scope.rule(column);
        if (!rule.filter()) {
            throw new Refusal(
                    switch (rule.role()) {
                        case DIMENSION -> Rule.NO_CONDITION;
                        case MEASURE -> Rule.MEASURE_CONDITION;
                        case ENTITY -> Rule.ENTITY_HIDDEN;
                        case JOIN -> Rule.JOIN_ONLY;
                    },
                    column.column());
        }
        return column;
    }
}
