package io.databourse.sandbox.sql;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What may be done with one column.
///
/// @param aggregates what a measure may be aggregated by
/// @param filter whether conditions may name it; an entity's or a join column's never may
/// @param range the bounds that private queries clamp the values of a row to
/// @param roundTo sums and means are rounded to multiples of this; zero leaves them as they are
/// @param values for private queries: the groups that appear whether or not there are such rows
public record ColumnRule(
        Role role,
        Set<Aggregate> aggregates,
        boolean filter,
        Optional<Range> range,
        BigDecimal roundTo,
        List<String> values) {

    /// Bounds of a value, both included.
    public record Range(BigDecimal min, BigDecimal max) {
        public Range {
            if (min.compareTo(max) > 0) {
                throw new RulesException("min 大于 max", "min is more than max");
            }
        }
    }

    public ColumnRule {
        aggregates = Set.copyOf(aggregates);
        values = List.copyOf(values);
        if (filter && (role == Role.ENTITY || role == Role.JOIN)) {
            throw new RulesException(
                    "实体列和关联列不能用于条件", "a condition may not name an entity or a join column");
        }
        if (role != Role.MEASURE
                && !EnumSet.of(Aggregate.COUNT, Aggregate.COUNT_DISTINCT).containsAll(aggregates)) {
            throw new RulesException("只有度量列可以求和或求平均", "only a measure is summed");
        }
        if (role != Role.ENTITY && aggregates.contains(Aggregate.COUNT_DISTINCT)) {
            throw new RulesException("只有实体列可以去重计数", "only entities are counted as distinct ones");
        }
        if (roundTo.signum() < 0) {
            throw new RulesException("roundTo 为负数", "roundTo is negative");
        }
    }
}
