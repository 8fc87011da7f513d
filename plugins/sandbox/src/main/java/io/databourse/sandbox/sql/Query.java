package io.databourse.sandbox.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A query as the rules understand it: nothing that it cannot say reaches the engine.
///
/// @param tables one, or two that are joined
/// @param outputs the columns of the result, in order
/// @param having terms all of which hold for a row of the result
record Query(
        List<GovernedTable> tables,
        List<JoinOn> joins,
        Optional<Predicate> where,
        List<Dimension> groups,
        List<Output> outputs,
        List<Having> having,
        List<Order> order,
        OptionalInt limit) {

    /// Rows of both tables with equal values.
    record JoinOn(ColumnRef left, ColumnRef right) {}

    /// A column of the result.
    record Output(String name, Value value) {}

    sealed interface Value {}

    /// The dimension at an index of the groups.
    record Key(int group) implements Value {}

    record Cell(Measure measure) implements Value {}

    /// A condition on a number after it was rounded.
    record Having(Measure measure, Comparison comparison, Literal right) {}

    /// @param output index of the column of the result
    record Order(int output, boolean descending, boolean nullsFirst) {}

    Query {
        tables = List.copyOf(tables);
        joins = List.copyOf(joins);
        groups = List.copyOf(groups);
        outputs = List.copyOf(outputs);
        having = List.copyOf(having);
        order = List.copyOf(order);
    }

    GovernedTable table(ColumnRef column) {
        return tables.get(column.table());
    }

    ColumnRule rule(ColumnRef column) {
        return table(column).rule(column.column());
    }

    Type type(ColumnRef column) {
        return table(column).type(column.column());
    }

    /// The strictest over the tables.
    Thresholds thresholds() {
        return Strictest.thresholds(
                tables.stream().map(table -> table.rules().thresholds()).toList());
    }

    /// Each number that is shown or that a condition is on, once.
    List<Measure> measures() {
        var measures = new ArrayList<Measure>();
        for (Output output : outputs) {
            if (output.value() instanceof Cell(var measure) && !measures.contains(measure)) {
                measures.add(measure);
            }
        }
        for (Having term : having) {
            if (!measures.contains(term.measure())) {
                measures.add(term.measure());
            }
        }
        return measures;
    }

    /// The measured columns, once each.
    List<ColumnRef> measured() {
        return measures().stream().flatMap(measure -> column(measure).stream()).distinct().toList();
    }

    /// The indices of the measured columns that are summed, for themselves or for a mean.
    List<Integer> summed() {
        List<ColumnRef> columns = measured();
        return IntStream.range(0, columns.size())
                .filter(m ->
                        measures().contains(new Measure.Sum(columns.get(m)))
                                || measures().contains(new Measure.Mean(columns.get(m))))
                .boxed()
                .toList();
    }

    static Optional<ColumnRef> column(Measure measure) {
        return switch (measure) {
            case Measure.Count(var column) -> Optional.of(column);
            case Measure.Sum(var column) -> Optional.of(column);
            case Measure.Mean(var column) -> Optional.of(column);
            case Measure.Rows _, Measure.Entities _ -> Optional.empty();
        };
    }
}
