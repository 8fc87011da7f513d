package io.databourse.sandbox.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the query for the exact numbers of a private answer, with each entity's part in them
/// bounded. Its result stays with the owner's program, which adds the noise.
final class PrivateSql {
    /// Groups before noise; more make the query fail.
    static final int MOST_GROUPS = 100_000;

    private final Query query;
    private final Privacy privacy;
    private final PrivatePlan plan;
    private final List<ColumnRef> measured;
    private final List<String> groups;
    private final boolean rowsAreEntities;

    PrivateSql(Query query, Privacy privacy, PrivatePlan plan) {
        this.query = query;
        this.privacy = privacy;
        this.plan = plan;
        this.measured = query.measured();
        this.groups = GroupNames.of(query).all();
        this.rowsAreEntities = query.tables().getFirst().rules().oneRowPerEntity();
    }

    String write() {
        List<Integer> entities = rowsAreEntities ? List.of() : List.of(0);
        String rows = new RowsSql(query).write(measured, entities);
        return "WITH \"r\" AS NOT MATERIALIZED (%s), \"p\" AS (%s), \"b\" AS (%s) SELECT %s FROM \"b\"%s%s LIMIT %d"
                .formatted(
                        rows,
                        parts(),
                        bounded(),
                        String.join(", ", totals()),
                        groupBy(groups),
                        groups.isEmpty() ? "" : " ORDER BY ALL",
                        MOST_GROUPS + 1);
    }

    private static String groupBy(List<String> names) {
        return names.isEmpty() ? "" : " GROUP BY " + String.join(", ", names);
    }

    /// What each entity adds to each group.
    private String parts() {
        var columns = new ArrayList<>(groups);
        var keys = new ArrayList<>(groups);
        if (!rowsAreEntities) {
            columns.add("\"e0\"");
            keys.add("\"e0\"");
        }
        for (int s = 0; s < plan.statistics().size(); s++) {
            columns.add(part(plan.statistics().get(s)) + " AS \"s" + s + '"');
        }
        return "SELECT %s FROM \"r\"%s%s"
                .formatted(
                        String.join(", ", columns), where(), rowsAreEntities ? "" : groupBy(keys));
    }

    /// Rows without an entity are nobody's, and rows of other groups than the declared ones must
    /// not use up an entity's groups.
    private String where() {
        var all = new ArrayList<String>();
        if (!rowsAreEntities) {
            all.add("\"e0\" IS NOT NULL");
        }
        for (int g = 0; g < plan.declared().size(); g++) {
            Type type = query.type(query.groups().get(g).column());
            all.add(
                    plan.declared().get(g).stream()
                            .flatMap(value -> Literal.of(type, value).stream())
                            .map(Quoting::literal)
                            .collect(Collectors.joining(", ", groups.get(g) + " IN (", ")")));
        }
        return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
    }

    private String part(Statistic statistic) {
        return switch (statistic.measure()) {
            case Measure.Entities _ -> "1";
            case Measure.Rows _ -> rowsAreEntities ? "1" : capped("count(*)");
            case Measure.Count(var column) -> {
                String value = "\"m" + measured.indexOf(column) + '"';
                yield rowsAreEntities
                        ? "CASE WHEN " + value + " IS NULL THEN 0 ELSE 1 END"
                        : capped("count(" + value + ")");
            }
            case Measure.Sum(var column) -> sum(column, statistic);
            case Measure.Mean _ -> throw new IllegalStateException("a mean is a sum and a count");
        };
    }

    private String capped(String count) {
        return "least(%s, %d)".formatted(count, privacy.maxRowsPerEntity());
    }

    /// Each row is clamped, then each entity's sum, in whole units, so that no rounding of the
    /// engine adds up.
    private String sum(ColumnRef column, Statistic statistic) {
        ColumnRule.Range range = query.rule(column).range().orElseThrow();
        String value = "CAST(\"m" + measured.indexOf(column) + "\" AS DOUBLE)";
        String row =
                "CASE WHEN %s IS NULL THEN 0 ELSE least(greatest(%s, %s), %s) END"
                        .formatted(value, value, number(range.min()), number(range.max()));
        long rows = rowsAreEntities ? 1 : privacy.maxRowsPerEntity();
        return "least(greatest(CAST(round(%s / %s) AS BIGINT), %s), %s)"
                .formatted(
                        rowsAreEntities ? row : "sum(" + row + ")",
                        number(statistic.unit()),
                        inUnits(range.min(), rows, statistic).min(BigInteger.ZERO),
                        inUnits(range.max(), rows, statistic).max(BigInteger.ZERO));
    }

    private static String number(BigDecimal value) {
        return "CAST(" + value.toPlainString() + " AS DOUBLE)";
    }

    private static BigInteger inUnits(BigDecimal bound, long rows, Statistic statistic) {
        return bound.multiply(BigDecimal.valueOf(rows))
                .divide(statistic.unit(), 0, RoundingMode.UP)
                .toBigIntegerExact();
    }

    /// An entity's groups beyond the allowed number are left out; which ones depends on nothing but
    /// itself.
    private String bounded() {
        if (rowsAreEntities || groups.isEmpty()) {
            return "SELECT * FROM \"p\"";
        }
        return "SELECT * FROM \"p\" QUALIFY row_number() OVER (PARTITION BY \"e0\" ORDER BY hash(\"e0\", %s)) <= %d"
                .formatted(String.join(", ", groups), privacy.maxGroupsPerEntity());
    }

    private List<String> totals() {
        var columns = new ArrayList<>(groups);
        for (int s = 0; s < plan.statistics().size(); s++) {
            columns.add("CAST(coalesce(sum(\"s%d\"), 0) AS BIGINT) AS \"s%d\"".formatted(s, s));
        }
        return columns;
    }
}
