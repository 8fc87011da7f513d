package io.databourse.sandbox.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A column of the result before its groups are known.
///
/// @param given whether the query named it
record SelectItem(String name, boolean given, TermReader.Term term) {
    private static final int LONGEST_NAME = 64;

    static SelectItem of(String alias, TermReader.Term term) {
        boolean odd = alias.chars().anyMatch(Character::isISOControl);
        if (alias.length() > LONGEST_NAME || odd) {
            throw new Refusal(Rule.ALIAS, "");
        }
        return new SelectItem(alias.isEmpty() ? usualName(term) : alias, !alias.isEmpty(), term);
    }

    private static String usualName(TermReader.Term term) {
        return switch (term) {
            case TermReader.OfDimension(var dimension) -> usualName(dimension);
            case TermReader.OfMeasure(var measure) ->
                    switch (measure) {
                        case Measure.Rows _ -> "count";
                        case Measure.Entities _ -> "entities";
                        case Measure.Count(var column) -> "count_" + column.column();
                        case Measure.Sum(var column) -> "sum_" + column.column();
                        case Measure.Mean(var column) -> "avg_" + column.column();
                    };
        };
    }

    private static String usualName(Dimension dimension) {
        String column = dimension.column().column();
        return switch (dimension.bucket()) {
            case Bucket.Exact _ -> column;
            case Bucket.Truncated(var unit) -> unit.name().toLowerCase(Locale.ROOT) + "_" + column;
            case Bucket.PartOf(var part) -> part.name().toLowerCase(Locale.ROOT) + "_" + column;
        };
    }

    /// An alias must not mean two things, nor something else than the column of its name does.
    static void checkNames(List<SelectItem> items, Scope scope) {
        Set<String> names = new HashSet<>();
        for (SelectItem item : items) {
            List<ColumnRef> hidden = item.given() ? scope.named(item.name()) : List.of();
            boolean same =
                    item.term() instanceof TermReader.OfDimension(var dimension)
                            && hidden.equals(List.of(dimension.column()))
                            && dimension.bucket() instanceof Bucket.Exact;
            if (!names.add(GovernedTable.fold(item.name())) || !(hidden.isEmpty() || same)) {
                throw new Refusal(Rule.ALIAS, item.name());
            }
        }
    }
}
