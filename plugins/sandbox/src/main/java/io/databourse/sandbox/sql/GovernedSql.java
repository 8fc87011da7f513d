package io.databourse.sandbox.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes a query anew, with what the rules demand of each row of its result.
///
/// Counting the distinct entities of each group costs about 13 times the plain query. Only whether
/// they are enough matters: each row sets one of 64 bits, chosen by a hash of its entity, and `k`
/// bits set prove `k` entities, whatever the hash. The groups for which that proves nothing, the
/// small ones, are counted exactly in a second step that reads nothing if there are none.
final class GovernedSql {
    private final Query query;
    private final Thresholds thresholds;
    private final List<ColumnRef> measured;
    private final List<String> groups;
    private final List<Integer> keyed;
    private final boolean rowsAreEntities;

    GovernedSql(Query query) {
        this.query = query;
        this.thresholds = query.thresholds();
        this.measured = query.measured();
        this.groups =
                IntStream.range(0, query.groups().size()).mapToObj(g -> "\"g" + g + '"').toList();
        this.rowsAreEntities =
                query.tables().size() == 1 && query.tables().getFirst().rules().oneRowPerEntity();
        this.keyed = rowsAreEntities ? countedEntities() : tables();
    }

    String write() {
        var steps = new ArrayList<String>();
        steps.add("\"r\" AS NOT MATERIALIZED (" + new RowsSql(query).write(measured, keyed) + ")");
        var conditions = new ArrayList<String>();
        var marks = new ArrayList<String>();
        if (rowsAreEntities) {
            conditions.addAll(rowConditions());
        } else {
            for (int table : keyed) {
                threshold(table, marks, conditions);
            }
        }
        steps.add("\"a\" AS MATERIALIZED (" + aggregated(marks) + ")");
        steps.addAll(proofs());
        steps.add(
                "\"o\" AS (SELECT %s FROM \"a\" WHERE %s)"
                        .formatted(String.join(", ", rounded()), String.join(" AND ", conditions)));
        return "WITH " + String.join(", ", steps) + " " + result();
    }

    private List<Integer> tables() {
        return IntStream.range(0, query.tables().size()).boxed().toList();
    }

    /// Where each row is its own entity, the key is read only to be counted.
    private List<Integer> countedEntities() {
        return tables().stream()
                .filter(table -> query.measures().contains(new Measure.Entities(table)))
                .toList();
    }

    private List<String> rowConditions() {
        int k = thresholds.minimumEntities();
        var conditions = new ArrayList<String>();
        conditions.add("\"n\" >= " + k);
        for (int m = 0; m < measured.size(); m++) {
            conditions.add("\"c%d\" >= %d".formatted(m, k));
        }
        for (int d = 0; d < dominated().size(); d++) {
            conditions.add("\"dom" + d + '"');
        }
        return conditions;
    }

    /// Dominance is decided on each entity's share, which needs the entities one by one.
    private void threshold(int table, List<String> marks, List<String> conditions) {
        boolean provable = thresholds.dominance().isEmpty() && thresholds.minimumEntities() <= 100;
        String exact =
                "EXISTS (SELECT 1 FROM \"z%d\" WHERE %s)".formatted(table, same("z" + table, "a"));
        if (provable) {
            marks.add(mark(table));
            conditions.add("(" + proven(table) + " OR " + exact + ")");
        } else {
            conditions.add(exact);
        }
    }

    private String mark(int table) {
        String bits = thresholds.minimumEntities() <= 48 ? "UBIGINT" : "UHUGEINT";
        int last = thresholds.minimumEntities() <= 48 ? 63 : 127;
        String all =
                IntStream.range(0, measured.size())
                        .mapToObj(m -> " AND \"m" + m + "\" IS NOT NULL")
                        .collect(Collectors.joining());
        return "bit_or(CASE WHEN \"e%d\" IS NOT NULL%s THEN CAST(1 AS %s) << CAST(hash(\"e%d\") & %d AS %s) END) AS \"b%d\""
                .formatted(table, all, bits, table, last, bits, table);
    }

    private String proven(int table) {
        return "coalesce(bit_count(\"b%d\") >= %d, FALSE)"
                .formatted(table, thresholds.minimumEntities());
    }

    private List<String> proofs() {
        var steps = new ArrayList<String>();
        if (rowsAreEntities) {
            return steps;
        }
        boolean provable = thresholds.dominance().isEmpty() && thresholds.minimumEntities() <= 100;
        for (int table : keyed) {
            if (provable) {
                steps.add(
                        "\"u%d\" AS MATERIALIZED (SELECT %s FROM \"a\" WHERE NOT %s)"
                                .formatted(table, groupsOr("1 AS \"one\""), proven(table)));
                steps.add("\"z%d\" AS MATERIALIZED (%s)".formatted(table, counted(table)));
            } else {
                steps.add("\"z%d\" AS MATERIALIZED (%s)".formatted(table, weighed(table)));
            }
        }
        return steps;
    }

    private String groupsOr(String none) {
        return groups.isEmpty() ? none : String.join(", ", groups);
    }

    private String groupBy(String... more) {
        var all = new ArrayList<>(groups);
        all.addAll(List.of(more));
        return all.isEmpty() ? "" : " GROUP BY " + String.join(", ", all);
    }

    private String same(String left, String right) {
        return groups.isEmpty()
                ? "TRUE"
                : groups.stream()
                        .map(g ->
                                "\"%s\".%s IS NOT DISTINCT FROM \"%s\".%s"
                                        .formatted(left, g, right, g))
                        .collect(Collectors.joining(" AND "));
    }

    /// The groups of `u` that have enough entities after all.
    private String counted(int table) {
        String key = "\"e" + table + '"';
        int k = thresholds.minimumEntities();
        var enough = new ArrayList<String>();
        enough.add("count(DISTINCT %s) >= %d".formatted(key, k));
        for (int m = 0; m < measured.size(); m++) {
            enough.add(
                    "count(DISTINCT CASE WHEN \"m%d\" IS NOT NULL THEN %s END) >= %d"
                            .formatted(m, key, k));
        }
        return "SELECT %s FROM \"r\" WHERE EXISTS (SELECT 1 FROM \"u%d\" WHERE %s)%s HAVING %s"
                .formatted(
                        groupsOr("1 AS \"one\""),
                        table,
                        same("u" + table, "r"),
                        groupBy(),
                        String.join(" AND ", enough));
    }

    /// The groups that have enough entities, none of which outweighs the others.
    private String weighed(int table) {
        String key = "\"e" + table + '"';
        int k = thresholds.minimumEntities();
        var sums = new ArrayList<String>();
        sums.add("count(*) AS \"n\"");
        var enough = new ArrayList<String>();
        enough.add("count(%s) >= %d".formatted(key, k));
        for (int m = 0; m < measured.size(); m++) {
            sums.add("count(\"m%d\") AS \"c%d\"".formatted(m, m));
            enough.add("count(CASE WHEN \"c%d\" > 0 THEN %s END) >= %d".formatted(m, key, k));
        }
        for (int m : summed()) {
            sums.add("sum(\"m%d\") AS \"s%d\"".formatted(m, m));
        }
        for (String share : shares()) {
            for (Dominance rule : thresholds.dominance()) {
                enough.add(balanced(share, rule));
            }
        }
        return "SELECT %s FROM (SELECT %s FROM \"r\"%s) GROUP BY ALL HAVING %s"
                .formatted(
                        groupsOr("1 AS \"one\""),
                        String.join(", ", listed(key, sums)),
                        groupBy(key),
                        String.join(" AND ", enough))
                .replace(" GROUP BY ALL", groupBy());
    }

    private List<String> listed(String key, List<String> sums) {
        var all = new ArrayList<>(groups);
        all.add(key);
        all.addAll(sums);
        return all;
    }

    /// What an entity's share is measured by, of each number that is a sum over rows.
    private List<String> shares() {
        var shares = new ArrayList<String>();
        shares.add("\"n\"");
        summed().forEach(m -> shares.add("\"s" + m + '"'));
        return shares;
    }

    private List<Integer> summed() {
        return IntStream.range(0, measured.size())
                .filter(m ->
                        query.measures().contains(new Measure.Sum(measured.get(m)))
                                || query.measures().contains(new Measure.Mean(measured.get(m))))
                .boxed()
                .toList();
    }

    private static String balanced(String share, Dominance rule) {
        String size = "abs(CAST(%s AS DOUBLE))".formatted(share);
        return "coalesce(list_sum(max(%s, %d)) <= %s * sum(%s), TRUE)"
                .formatted(size, rule.n(), rule.k().toPlainString(), size);
    }

    /// Dominance where each row is its own entity.
    private List<String> dominated() {
        var all = new ArrayList<String>();
        if (rowsAreEntities) {
            for (int m : summed()) {
                thresholds.dominance().forEach(rule -> all.add(balanced("\"m" + m + '"', rule)));
            }
        }
        return all;
    }

    private String aggregated(List<String> marks) {
        var columns = new ArrayList<>(groups);
        columns.add("count(*) AS \"n\"");
        for (int m = 0; m < measured.size(); m++) {
            columns.add("count(\"m%d\") AS \"c%d\"".formatted(m, m));
            if (query.measures().contains(new Measure.Sum(measured.get(m)))) {
                columns.add("sum(\"m%d\") AS \"s%d\"".formatted(m, m));
            }
            if (query.measures().contains(new Measure.Mean(measured.get(m)))) {
                columns.add("avg(\"m%d\") AS \"a%d\"".formatted(m, m));
            }
        }
        for (int table : tables()) {
            if (query.measures().contains(new Measure.Entities(table))) {
                columns.add("count(DISTINCT \"e%d\") AS \"d%d\"".formatted(table, table));
            }
        }
        List<String> dominated = dominated();
        for (int d = 0; d < dominated.size(); d++) {
            columns.add(dominated.get(d) + " AS \"dom" + d + '"');
        }
        columns.addAll(marks);
        return "SELECT " + String.join(", ", columns) + " FROM \"r\"" + groupBy();
    }

    private List<String> rounded() {
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

    private String result() {
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
