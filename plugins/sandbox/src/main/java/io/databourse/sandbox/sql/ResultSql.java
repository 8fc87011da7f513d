package io.databourse.sandbox.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes what leaves: rounded numbers, on which conditions and order work.
final class ResultSql {
    private final Query query;
    private final Thresholds thresholds;
    private final List<ColumnRef> measured;
    private final List<String> groups;

    ResultSql(Query query) {
        this.query = query;
        this.thresholds = query.thresholds();
        this.measured = query.measured();
        this.groups = GroupNames.of(query).all();
    }

    /// Groups and numbers `v0…`.
    List<String> rounded() {
        var columns = new ArrayList<>(groups);
        List<Measure> measures = query.measures();
        for (int v = 0; v < measures.size(); v++) {
            columns.add(rounded(measures.get(v)) + " AS \"v" + v + '"');
        }
        if (columns.isEmpty()) {
            columns.add("1 AS \"one\"");
        }
        return columns;
    }

    private String rounded(Measure measure) {
        return switch (measure) {
            case Measure.Rows _ -> count("\"n\"");
            case Measure.Entities(var table) -> count("\"d" + table + '"');
            case Measure.Count(var column) -> count("\"c" + measured.indexOf(column) + '"');
            case Measure.Sum(var column) -> sum(column, "\"s" + measured.indexOf(column) + '"');
            case Measure.Mean(var column) -> value(column, "\"a" + measured.indexOf(column) + '"');
        };
    }

    private String count(String value) {
        long to = thresholds.roundTo();
        return to <= 1
                ? "CAST(%s AS BIGINT)".formatted(value)
                : "CAST(round(%s / %d) * %d AS BIGINT)".formatted(value, to, to);
    }

    private String sum(ColumnRef column, String value) {
        boolean whole =
                query.type(column) == Type.INTEGER && query.rule(column).roundTo().signum() == 0;
        return whole ? "CAST(%s AS BIGINT)".formatted(value) : value(column, value);
    }

    private String value(ColumnRef column, String value) {
        BigDecimal to = query.rule(column).roundTo().stripTrailingZeros();
        return to.signum() == 0
                ? value
                : "CAST(round(%s / %s) * %s AS DECIMAL(38, %d))"
                        .formatted(
                                value,
                                to.toPlainString(),
                                to.toPlainString(),
                                Math.max(0, to.scale()));
    }

    /// From the step `o`.
    String result() {
        String columns =
                query.outputs().stream()
                        .map(output -> value(output) + " AS " + Quoting.name(output.name()))
                        .collect(Collectors.joining(", "));
        String having =
                query.having().stream().map(this::having).collect(Collectors.joining(" AND "));
        int most = Math.min(query.limit().orElse(Integer.MAX_VALUE), thresholds.maximumRows() + 1);
        return String.format(
                Locale.ROOT,
                "SELECT %s FROM \"o\"%s%s LIMIT %d",
                columns,
                having.isEmpty() ? "" : " WHERE " + having,
                order(),
                most);
    }

    private String value(Query.Output output) {
        return switch (output.value()) {
            case Query.Key(var group) -> groups.get(group);
            case Query.Cell(var measure) -> "\"v" + query.measures().indexOf(measure) + '"';
        };
    }

    private String having(Query.Having term) {
        return "\"v%d\" %s %s"
                .formatted(
                        query.measures().indexOf(term.measure()),
                        term.comparison().sign(),
                        Quoting.literal(term.right()));
    }

    /// What was asked for first, and then the groups, so that equal rows have an order too.
    private String order() {
        var terms = new ArrayList<String>();
        for (Query.Order by : query.order()) {
            terms.add(
                    value(query.outputs().get(by.output()))
                            + (by.descending() ? " DESC" : " ASC")
                            + (by.nullsFirst() ? " NULLS FIRST" : " NULLS LAST"));
        }
        groups.forEach(group -> terms.add(group + " ASC NULLS LAST"));
        return terms.isEmpty() ? "" : " ORDER BY " + String.join(", ", terms);
    }
}
