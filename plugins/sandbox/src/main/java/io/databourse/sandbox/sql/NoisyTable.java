package io.databourse.sandbox.sql;

import io.databourse.sandbox.noise.DiscreteLaplace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the exact numbers of a private query an answer: noise, then only what can be computed from
/// noisy numbers.
final class NoisyTable {
    private final Query query;
    private final PrivatePlan plan;
    private final DiscreteLaplace noise;

    NoisyTable(Query query, PrivatePlan plan, DiscreteLaplace noise) {
        this.query = query;
        this.plan = plan;
        this.noise = noise;
    }

    /// A group and its noisy statistics.
    private record Row(List<Optional<String>> group, List<BigInteger> statistics) {}

    ResultTable of(ResultTable exact) {
        List<Row> rows = plan.declared().isEmpty() ? shown(exact) : declared(exact);
        rows.sort(order());
        int most =
                Math.min(query.limit().orElse(Integer.MAX_VALUE), query.thresholds().maximumRows());
        List<Row> kept = rows.subList(0, Math.min(most, rows.size()));
        var columns = new ArrayList<ResultColumn>();
        for (Query.Output output : query.outputs()) {
            columns.add(column(output, kept));
        }
        return new ResultTable(columns, kept.size());
    }

    private List<Row> shown(ResultTable exact) {
        var rows = new ArrayList<Row>();
        for (int row = 0; row < exact.rows(); row++) {
            List<BigInteger> noisy = noisy(statistics(exact, row));
            boolean shows =
                    plan.threshold() == 0
                            || noisy.getFirst().compareTo(BigInteger.valueOf(plan.threshold()))
                                    >= 0;
            if (shows) {
                rows.add(new Row(group(exact, row), noisy));
            }
        }
        return rows;
    }

    /// Each combination of declared values, those without rows too.
    private List<Row> declared(ResultTable exact) {
        Map<List<Optional<String>>, List<Long>> found = new LinkedHashMap<>();
        for (int row = 0; row < exact.rows(); row++) {
            found.put(group(exact, row), statistics(exact, row));
        }
        List<Long> none = plan.statistics().stream().map(statistic -> 0L).toList();
        var rows = new ArrayList<Row>();
        for (List<Optional<String>> group : combinations()) {
            rows.add(new Row(group, noisy(found.getOrDefault(group, none))));
        }
        return rows;
    }

    private List<List<Optional<String>>> combinations() {
        List<List<Optional<String>>> all = List.of(List.of());
        for (int g = 0; g < plan.declared().size(); g++) {
            Type type = query.type(query.groups().get(g).column());
            var longer = new ArrayList<List<Optional<String>>>();
            for (List<Optional<String>> start : all) {
                for (String value : plan.declared().get(g)) {
                    var group = new ArrayList<>(start);
                    group.add(Literal.of(type, value).map(Literal::text));
                    longer.add(group);
                }
            }
            all = longer;
        }
        return all;
    }

    private List<Optional<String>> group(ResultTable exact, int row) {
        var group = new ArrayList<Optional<String>>();
        for (int g = 0; g < query.groups().size(); g++) {
            group.add(exact.columns().get(g).text(row));
        }
        return group;
    }

    private List<Long> statistics(ResultTable exact, int row) {
        var values = new ArrayList<Long>();
        for (int s = 0; s < plan.statistics().size(); s++) {
            ResultColumn column = exact.columns().get(query.groups().size() + s);
            values.add(Long.parseLong(column.text(row).orElse("0")));
        }
        return values;
    }

    private List<BigInteger> noisy(List<Long> exact) {
        var noisy = new ArrayList<BigInteger>();
        for (int s = 0; s < exact.size(); s++) {
            BigInteger drawn = noise.draw(plan.each(), plan.statistics().get(s).sensitivity());
            noisy.add(BigInteger.valueOf(exact.get(s)).add(drawn));
        }
        return noisy;
    }

    private Comparator<Row> order() {
        Comparator<Row> order = (_, _) -> 0;
        for (Query.Order by : query.order()) {
            Query.Value value = query.outputs().get(by.output()).value();
            Comparator<Row> next = (a, b) -> compare(value, a, b);
            order = order.thenComparing(by.descending() ? next.reversed() : next);
        }
        for (int g = 0; g < query.groups().size(); g++) {
            var key = new Query.Key(g);
            order = order.thenComparing((a, b) -> compare(key, a, b));
        }
        return order;
    }

    private int compare(Query.Value value, Row a, Row b) {
        return switch (value) {
            case Query.Key(var group) ->
                    a.group().get(group).orElse("").compareTo(b.group().get(group).orElse(""));
            case Query.Cell(var measure) -> value(measure, a).compareTo(value(measure, b));
        };
    }

    private ResultColumn column(Query.Output output, List<Row> rows) {
        var missing = new boolean[rows.size()];
        return switch (output.value()) {
            case Query.Key(var group) -> {
                var values = new String[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    Optional<String> value = rows.get(row).group().get(group);
                    missing[row] = value.isEmpty();
                    values[row] = value.orElse("");
                }
                yield new ResultColumn.Texts(output.name(), keyType(group), values, missing);
            }
            case Query.Cell(var measure) when isCount(measure) -> {
                var values = new long[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = value(measure, rows.get(row)).longValue();
                }
                yield new ResultColumn.Longs(output.name(), values, missing);
            }
            case Query.Cell(var measure) -> {
                var values = new double[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = value(measure, rows.get(row)).doubleValue();
                }
                yield new ResultColumn.Doubles(output.name(), values, missing);
            }
        };
    }

    private Type keyType(int group) {
        Dimension dimension = query.groups().get(group);
        return dimension.bucket() instanceof Bucket.PartOf
                ? Type.INTEGER
                : query.type(dimension.column());
    }

    private static boolean isCount(Measure measure) {
        return switch (measure) {
            case Measure.Rows _, Measure.Count _, Measure.Entities _ -> true;
            case Measure.Sum _, Measure.Mean _ -> false;
        };
    }

    private BigDecimal value(Measure measure, Row row) {
        return switch (measure) {
            case Measure.Rows _, Measure.Count _, Measure.Entities _ ->
                    new BigDecimal(statistic(measure, row).max(BigInteger.ZERO));
            case Measure.Sum(var column) -> sum(column, row);
            case Measure.Mean(var column) -> {
                BigInteger count = statistic(new Measure.Count(column), row).max(BigInteger.ONE);
                yield sum(column, row).divide(new BigDecimal(count), MathContext.DECIMAL64);
            }
        };
    }

    private BigDecimal sum(ColumnRef column, Row row) {
        int index = plan.index(new Measure.Sum(column));
        return new BigDecimal(row.statistics().get(index))
                .multiply(plan.statistics().get(index).unit());
    }

    private BigInteger statistic(Measure measure, Row row) {
        return row.statistics().get(plan.index(measure));
    }
}
