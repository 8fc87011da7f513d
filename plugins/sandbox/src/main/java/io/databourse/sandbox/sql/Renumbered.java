package io.databourse.sandbox.sql;

import java.util.List;

/// Parts of a query with its tables in another order, so that the order in which they are joined
/// does not tell two questions apart.
///
/// @param places the new index of each table
record Renumbered(List<Integer> places) {
    Renumbered {
        places = List.copyOf(places);
    }

    ColumnRef of(ColumnRef column) {
        return new ColumnRef(places.get(column.table()), column.column());
    }

    /// Its sides in the order of the tables.
    Query.JoinOn of(Query.JoinOn join) {
        var left = of(join.left());
        var right = of(join.right());
        return left.table() < right.table()
                ? new Query.JoinOn(left, right)
                : new Query.JoinOn(right, left);
    }

    Dimension of(Dimension dimension) {
        return new Dimension(of(dimension.column()), dimension.bucket());
    }

    Measure of(Measure measure) {
        return switch (measure) {
            case Measure.Rows rows -> rows;
            case Measure.Count(var column) -> new Measure.Count(of(column));
            case Measure.Entities(var table) -> new Measure.Entities(places.get(table));
            case Measure.Sum(var column) -> new Measure.Sum(of(column));
            case Measure.Mean(var column) -> new Measure.Mean(of(column));
        };
    }

    Predicate of(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Compare(var left, var comparison, var right) ->
                    new Predicate.Compare(of(left), comparison, right);
            case Predicate.In(var left, var values) -> new Predicate.In(of(left), values);
            case Predicate.Like(var left, var pattern) -> new Predicate.Like(of(left), pattern);
            case Predicate.IsNull(var left) -> new Predicate.IsNull(of(left));
            case Predicate.And(var all) -> new Predicate.And(all.stream().map(this::of).toList());
            case Predicate.Or(var any) -> new Predicate.Or(any.stream().map(this::of).toList());
            case Predicate.Not(var denied) -> new Predicate.Not(of(denied));
        };
    }
}
