package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// Reads what may stand in a result: a dimension or an aggregate.
final class TermReader {
    sealed interface Term {}

    record OfDimension(Dimension dimension) implements Term {}

    record OfMeasure(Measure measure) implements Term {}

    /// Aggregates that people try first, to be told apart from functions that are none.
    private static final Set<String> OTHER_AGGREGATES =
            Set.of(
                    "min",
                    "max",
                    "first",
                    "last",
                    "any_value",
                    "arbitrary",
                    "list",
                    "array_agg",
                    "string_agg",
                    "group_concat",
                    "listagg",
                    "median",
                    "mode",
                    "quantile",
                    "quantile_cont",
                    "quantile_disc",
                    "arg_min",
                    "arg_max",
                    "min_by",
                    "max_by",
                    "histogram",
                    "bit_and",
                    "bit_or",
                    "bit_xor",
                    "bool_and",
                    "bool_or",
                    "product",
                    "stddev",
                    "stddev_pop",
                    "stddev_samp",
                    "variance",
                    "var_pop",
                    "var_samp",
                    "approx_count_distinct",
                    "approx_quantile",
                    "entropy",
                    "kurtosis",
                    "skewness",
                    "mad",
                    "corr",
                    "covar_pop",
                    "regr_slope",
                    "fsum",
                    "kahan_sum",
                    "favg");

    private final Scope scope;

    TermReader(Scope scope) {
        this.scope = scope;
    }

    /// @param node whose alias, if any, the caller has read
    Term read(JsonNode node) {
        return switch (Tree.text(node, "class")) {
            case "COLUMN_REF" -> new OfDimension(new Dimension(shown(node), Bucket.EXACT));
            case "FUNCTION" -> function(Tree.exact(node, Tree.FUNCTION));
            case "STAR" -> throw new Refusal(Rule.STAR, "");
            case "WINDOW" -> throw new Refusal(Rule.WINDOW, "");
            case "SUBQUERY" -> throw new Refusal(Rule.SUBQUERY, "");
            case "CAST" -> throw new Refusal(Rule.CAST, "");
            case "PARAMETER" -> throw new Refusal(Rule.PARAMETER, "");
            case "CONSTANT", "CASE", "COMPARISON", "CONJUNCTION", "OPERATOR", "BETWEEN" ->
                    throw new Refusal(Rule.EXPRESSION, "");
            default -> throw Tree.unsupported();
        };
    }

    private ColumnRef shown(JsonNode node) {
        ColumnRef column = scope.column(node);
        return switch (scope.rule(column).role()) {
            case DIMENSION -> column;
            case MEASURE -> throw new Refusal(Rule.BARE_MEASURE, column.column());
            case ENTITY -> throw new Refusal(Rule.ENTITY_HIDDEN, column.column());
            case JOIN -> throw new Refusal(Rule.JOIN_ONLY, column.column());
        };
    }

    private Term function(JsonNode node) {
        String written = Tree.text(node, "function_name");
        if (Tree.flag(node, "is_operator")) {
            throw new Refusal(Rule.EXPRESSION, written);
        }
        plain(node, written);
        return switch (GovernedTable.fold(written)) {
            case "count_star" -> new OfMeasure(rows(node));
            case "count" -> new OfMeasure(count(node));
            case "sum" -> new OfMeasure(new Measure.Sum(number(node, Aggregate.SUM)));
            case "avg", "mean" -> new OfMeasure(new Measure.Mean(number(node, Aggregate.AVG)));
            default -> new OfDimension(new BucketReader(scope).read(node, this::shown, written));
        };
    }

    /// A macro of the name of an aggregate lives in a schema; without one the engine's own is
    /// meant, and the engine that runs the query has no macros.
    static void plain(JsonNode node, String name) {
        Tree.nothing(node, "schema", Rule.FUNCTION);
        Tree.nothing(node, "catalog", Rule.FUNCTION);
        Tree.unqualified(node, name, Rule.FUNCTION);
        if (OTHER_AGGREGATES.contains(GovernedTable.fold(name))) {
            throw new Refusal(Rule.AGGREGATE, name);
        }
        Tree.nothing(node, "filter", Rule.AGGREGATE_FORM);
        JsonNode order = Tree.exact(Tree.child(node, "order_bys"), Set.of("type", "orders"));
        Tree.nothing(order, "orders", Rule.AGGREGATE_FORM);
        if (Tree.flag(node, "export_state")) {
            throw new Refusal(Rule.AGGREGATE_FORM, name);
        }
    }

    private static Measure rows(JsonNode node) {
        if (Tree.flag(node, "distinct") || !Tree.list(node, "arguments").isEmpty()) {
            throw new Refusal(Rule.AGGREGATE_FORM, "count");
        }
        return new Measure.Rows();
    }

    private Measure count(JsonNode node) {
        boolean distinct = Tree.flag(node, "distinct");
        ColumnRef column = argument(node);
        ColumnRule rule = scope.rule(column);
        if (distinct) {
            if (rule.role() != Role.ENTITY) {
                throw new Refusal(Rule.AGGREGATE_FORM, column.column());
            }
            return new Measure.Entities(granted(column, Aggregate.COUNT_DISTINCT).table());
        }
        return new Measure.Count(granted(column, Aggregate.COUNT));
    }

    private ColumnRef number(JsonNode node, Aggregate aggregate) {
        if (Tree.flag(node, "distinct")) {
            throw new Refusal(Rule.AGGREGATE_FORM, aggregate.word());
        }
        ColumnRef column = granted(argument(node), aggregate);
        if (!scope.type(column).isNumber()) {
            throw new Refusal(Rule.NOT_A_NUMBER, column.column());
        }
        return column;
    }

    private ColumnRef granted(ColumnRef column, Aggregate aggregate) {
        if (!scope.rule(column).aggregates().contains(aggregate)) {
            throw new Refusal(Rule.AGGREGATE_NOT_GRANTED, column.column());
        }
        return column;
    }

    private ColumnRef argument(JsonNode node) {
        JsonNode arguments = Tree.list(node, "arguments");
        if (arguments.size() != 1) {
            throw new Refusal(Rule.AGGREGATE_FORM, Tree.text(node, "function_name"));
        }
        JsonNode expression = BucketReader.expression(arguments.get(0));
        return switch (Tree.text(expression, "class")) {
            case "COLUMN_REF" -> scope.column(expression);
            case "CAST" -> throw new Refusal(Rule.CAST, "");
            case "STAR" -> throw new Refusal(Rule.STAR, "");
            case "SUBQUERY" -> throw new Refusal(Rule.SUBQUERY, "");
            case "WINDOW" -> throw new Refusal(Rule.WINDOW, "");
            default -> throw new Refusal(Rule.AGGREGATE_FORM, "");
        };
    }
}
