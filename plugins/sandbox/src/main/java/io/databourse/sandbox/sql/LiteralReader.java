package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/// Reads the literals of a syntax tree as values of the type that they are compared with, so that
/// no row's value is ever converted: whether a conversion fails would tell something of the rows.
final class LiteralReader {
    private final Scope scope;

    LiteralReader(Scope scope) {
        this.scope = scope;
    }

    Literal read(JsonNode node, Type wanted) {
        return switch (Tree.text(node, "class")) {
            case "CONSTANT" -> constant(Tree.exact(node, Tree.CONSTANT), wanted);
            case "CAST" -> cast(Tree.exact(node, Tree.CAST), wanted);
            case "PARAMETER" -> argument(Tree.exact(node, Tree.PARAMETER), wanted);
            case "SUBQUERY" -> throw new Refusal(Rule.SUBQUERY, "");
            default -> throw new Refusal(Rule.CONDITION, "");
        };
    }

    private static Literal constant(JsonNode node, Type wanted) {
        JsonNode literal = Tree.exact(Tree.child(node, "literal"), Set.of("kind", "text"));
        String text = Tree.text(literal, "text");
        Type found =
                switch (Tree.text(literal, "kind")) {
                    case "STRING" -> Type.TEXT;
                    case "INTEGER" -> Type.INTEGER;
                    case "NUMERIC" -> Type.DECIMAL;
                    case "BOOLEAN" -> Type.BOOLEAN;
                    default -> throw new Refusal(Rule.LITERAL, text);
                };
        return fitting(found, text, wanted);
    }

    private static Literal cast(JsonNode node, Type wanted) {
        JsonNode type = Tree.exact(Tree.child(node, "type_expr"), Tree.TYPE);
        Type named =
                switch (GovernedTable.fold(Tree.text(type, "type_name"))) {
                    case "date" -> Type.DATE;
                    case "timestamp" -> Type.TIMESTAMP;
                    default -> throw new Refusal(Rule.CAST, Tree.text(type, "type_name"));
                };
        Tree.nothing(type, "children", Rule.CAST);
        Tree.unqualified(type, Tree.text(type, "type_name"), Rule.CAST);
        JsonNode child = Tree.child(node, "child");
        if (!Tree.text(child, "class").equals("CONSTANT") || Tree.flag(node, "try_cast")) {
            throw new Refusal(Rule.CAST, "");
        }
        Literal literal = constant(Tree.exact(child, Tree.CONSTANT), named);
        return fitting(literal.type(), literal.text(), wanted);
    }

    private Literal argument(JsonNode node, Type wanted) {
        String name = Tree.text(node, "identifier");
        Literal argument =
                Optional.ofNullable(scope.arguments().get(name))
                        .orElseThrow(() -> new Refusal(Rule.PARAMETER, name));
        return fitting(argument.type(), argument.text(), wanted);
    }

    private static Literal fitting(Type found, String text, Type wanted) {
        boolean fits =
                switch (wanted) {
                    case TEXT, BOOLEAN -> found == wanted;
                    case INTEGER, DECIMAL, DOUBLE -> found.isNumber();
                    case DATE -> found == Type.TEXT || found == Type.DATE;
                    case TIMESTAMP -> found == Type.TEXT || found.isTime();
                };
        Optional<Literal> literal = fits ? spelled(text, wanted) : Optional.empty();
        return literal.orElseThrow(() -> new Refusal(Rule.LITERAL, text));
    }

    /// A whole number may be compared with a fraction, and a moment with a day.
    private static Optional<Literal> spelled(String text, Type wanted) {
        return switch (wanted) {
            case INTEGER -> Literal.of(Type.INTEGER, text).or(() -> Literal.of(Type.DECIMAL, text));
            case TIMESTAMP ->
                    Literal.of(Type.TIMESTAMP, text).or(() -> Literal.of(Type.DATE, text));
            case TEXT, DECIMAL, DOUBLE, DATE, BOOLEAN -> Literal.of(wanted, text);
        };
    }
}
