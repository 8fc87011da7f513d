package io.databourse.sandbox.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes a query anew, with what the rules demand of each row of its result, in steps: rows `r`, a
/// row for each group `a`, what proves enough entities, and the numbers that leave `o`.
final class GovernedSql {
    private final Query query;
    private final List<ColumnRef> measured;
    private final GroupNames groups;
    private final List<Integer> keyed;
    private final List<Enough> enough;

    GovernedSql(Query query) {
        this.query = query;
        this.measured = query.measured();
        this.groups = GroupNames.of(query);
        boolean rowsAreEntities =
                query.tables().size() == 1 && query.tables().getFirst().rules().oneRowPerEntity();
        this.keyed = rowsAreEntities ? countedEntities() : tables();
        this.enough = rowsAreEntities ? List.of(new EnoughRows(query)) : ofEachTable();
    }

    private List<Enough> ofEachTable() {
        var all = new ArrayList<Enough>();
        tables().forEach(table -> all.add(new EnoughEntities(query, table)));
        return all;
    }

    String write() {
        var result = new ResultSql(query);
        var steps = new ArrayList<String>();
        var conditions = new ArrayList<String>();
        steps.add("\"r\" AS NOT MATERIALIZED (" + new RowsSql(query).write(measured, keyed) + ")");
        steps.add("\"a\" AS MATERIALIZED (" + aggregated() + ")");
        for (Enough each : enough) {
            steps.addAll(each.steps());
            conditions.addAll(each.conditions());
        }
        steps.add(
                "\"o\" AS (SELECT %s FROM \"a\" WHERE %s)"
                        .formatted(
                                String.join(", ", result.rounded()),
                                String.join(" AND ", conditions)));
        return "WITH " + String.join(", ", steps) + " " + result.result();
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

    private String aggregated() {
        var columns = new ArrayList<>(groups.all());
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
        enough.forEach(each -> columns.addAll(each.columns()));
        return "SELECT " + String.join(", ", columns) + " FROM \"r\"" + groups.groupBy();
    }
}
