package io.databourse.sandbox.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the rows that a query is about: groups `g0…`, measured columns `m0…`, entities `e0…`.
final class RowsSql {
    private final Query query;

    RowsSql(Query query) {
        this.query = query;
    }

    String write(List<ColumnRef> measured, List<Integer> entities) {
        var columns = new ArrayList<String>();
        for (int g = 0; g < query.groups().size(); g++) {
            columns.add(dimension(query.groups().get(g)) + " AS \"g" + g + '"');
        }
        for (int m = 0; m < measured.size(); m++) {
            columns.add(column(measured.get(m)) + " AS \"m" + m + '"');
        }
        for (int table : entities) {
            String key = query.tables().get(table).rules().entityKey().orElseThrow();
            columns.add(column(new ColumnRef(table, key)) + " AS \"e" + table + '"');
        }
        if (columns.isEmpty()) {
            columns.add("1 AS \"one\"");
        }
        return "SELECT " + String.join(", ", columns) + from() + where();
    }

    private String from() {
        var sql = new StringBuilder(" FROM ").append(table(0));
        if (query.tables().size() == 2) {
            sql.append(" JOIN ").append(table(1)).append(" ON ");
            sql.append(
                    query.joins().stream()
                            .map(on -> column(on.left()) + " = " + column(on.right()))
                            .collect(Collectors.joining(" AND ")));
        }
        return sql.toString();
    }

    private String table(int index) {
        return Quoting.name(query.tables().get(index).name()) + " AS \"t" + index + '"';
    }

    private String where() {
        var all = new ArrayList<String>();
        for (GovernedTable table : query.tables()) {
            table.rowFilter().ifPresent(filter -> all.add(predicate(filter)));
        }
        query.where().ifPresent(condition -> all.add(predicate(condition)));
        return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
    }

    private static String column(ColumnRef column) {
        return "\"t" + column.table() + "\"." + Quoting.name(column.column());
    }

    private String dimension(Dimension dimension) {
        String column = column(dimension.column());
        return switch (dimension.bucket()) {
            case Bucket.Exact _ -> column;
            case Bucket.Truncated(var unit) ->
                    "CAST(date_trunc(%s, %s) AS %s)"
                            .formatted(
                                    Quoting.text(GovernedTable.fold(unit.name())),
                                    column,
                                    query.type(dimension.column()));
            case Bucket.PartOf(var part) ->
                    "date_part(%s, %s)"
                            .formatted(Quoting.text(GovernedTable.fold(part.name())), column);
        };
    }

    String predicate(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Compare(var left, var comparison, var right) ->
                    "(%s %s %s)"
                            .formatted(dimension(left), comparison.sign(), Quoting.literal(right));
            case Predicate.In(var left, var values) ->
                    "(%s IN (%s))"
                            .formatted(
                                    dimension(left),
                                    values.stream()
                                            .map(Quoting::literal)
                                            .collect(Collectors.joining(", ")));
            case Predicate.Like(var left, var pattern) ->
                    "(%s LIKE %s)".formatted(dimension(left), Quoting.text(pattern));
            case Predicate.IsNull(var left) -> "(" + dimension(left) + " IS NULL)";
            case Predicate.And(var all) -> joined(all, " AND ");
            case Predicate.Or(var any) -> joined(any, " OR ");
            case Predicate.Not(var denied) -> "(NOT " + predicate(denied) + ")";
        };
    }

    private String joined(List<Predicate> parts, String word) {
        return parts.stream().map(this::predicate).collect(Collectors.joining(word, "(", ")"));
    }
}
