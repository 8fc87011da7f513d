package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the functions that make a time coarser.
final class BucketReader {
    private final Scope scope;

    BucketReader(Scope scope) {
        this.scope = scope;
    }

    /// @param allowed reads a column where it may be read
    Dimension read(JsonNode node, Function<JsonNode, ColumnRef> allowed, String name) {
        JsonNode arguments = Tree.list(node, "arguments");
        if (Tree.flag(node, "distinct")) {
            throw new Refusal(Rule.FUNCTION, name);
        }
        return switch (arguments.size()) {
            case 1 -> {
                Optional<Bucket.Part> part = Bucket.named(Bucket.Part.class, name);
                yield time(arguments.get(0), allowed, name, part.map(Bucket.PartOf::new));
            }
            case 2 -> time(arguments.get(1), allowed, name, named(name, unit(arguments.get(0))));
            default -> throw new Refusal(Rule.FUNCTION, name);
        };
    }

    private static Optional<? extends Bucket> named(String function, String unit) {
        return switch (GovernedTable.fold(function)) {
            case "date_trunc", "datetrunc" ->
                    Bucket.named(Bucket.Unit.class, unit).map(Bucket.Truncated::new);
            case "date_part", "datepart" ->
                    Bucket.named(Bucket.Part.class, unit).map(Bucket.PartOf::new);
            default -> Optional.empty();
        };
    }

    private Dimension time(
            JsonNode argument,
            Function<JsonNode, ColumnRef> allowed,
            String name,
            Optional<? extends Bucket> bucket) {
        Bucket known = bucket.orElseThrow(() -> new Refusal(Rule.FUNCTION, name));
        JsonNode expression = expression(argument);
        if (!Tree.text(expression, "class").equals("COLUMN_REF")) {
            throw new Refusal(Rule.EXPRESSION, name);
        }
        ColumnRef column = allowed.apply(expression);
        if (!scope.type(column).isTime()) {
            throw new Refusal(Rule.FUNCTION, name);
        }
        return new Dimension(column, known);
    }

    private static String unit(JsonNode argument) {
        JsonNode expression = expression(argument);
        if (!Tree.text(expression, "class").equals("CONSTANT")) {
            throw new Refusal(Rule.FUNCTION, "");
        }
        JsonNode literal =
                Tree.exact(
                        Tree.child(Tree.exact(expression, Tree.CONSTANT), "literal"),
                        Set.of("kind", "text"));
        return Tree.text(literal, "text");
    }

    /// The expression of an argument without a name.
    static JsonNode expression(JsonNode argument) {
        Tree.nothing(Tree.exact(argument, Set.of("name", "expression")), "name", Rule.FUNCTION);
        JsonNode expression = Tree.child(argument, "expression");
        Tree.nothing(expression, "alias", Rule.UNSUPPORTED);
        return expression;
    }
}
