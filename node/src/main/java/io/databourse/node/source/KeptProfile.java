package io.databourse.node.source;

import io.databourse.node.Json;
import io.databourse.plugin.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a node remembers of a source, so that a dry run need not open it.
///
/// @param contentHash of the file that was looked at
public record KeptProfile(String contentHash, long rowCount, List<Column> columns) {
    /// A value that fewer rows share says something about them.
    private static final int FREQUENT = 10;

    private static final int MOST_VALUES = 50;

    public KeptProfile {
        columns = List.copyOf(columns);
    }

    /// One column.
    ///
    /// @param distinct about how many values there are
    /// @param nulls how many rows have none
    /// @param values frequent ones, most frequent first; empty unless the owner allows them
    public record Column(
            String name,
            Schema.Type type,
            boolean nullable,
            long distinct,
            long nulls,
            List<String> values) {
        public Column {
            values = List.copyOf(values);
        }
    }

    static KeptProfile look(
            Connection connection, String from, Profile profile, Set<String> valuesOf)
            throws SQLException {
        var counts =
                profile.columns().stream()
                        .map(column -> DuckDb.name(column.name()))
                        .map(name -> "approx_count_distinct(" + name + "), count(" + name + ")")
                        .collect(Collectors.joining(", ", "SELECT ", " FROM " + from));
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(counts)) {
            row.next();
            for (int i = 0; i < profile.columns().size(); i++) {
                var column = profile.columns().get(i);
                columns.add(
                        new Column(
                                column.name(),
                                column.type(),
                                column.nullable(),
                                row.getLong(2 * i + 1),
                                profile.rowCount() - row.getLong(2 * i + 2),
                                valuesOf.contains(column.name())
                                        ? frequent(connection, from, column.name())
                                        : List.of()));
            }
        }
        return new KeptProfile(profile.contentHash(), profile.rowCount(), columns);
    }

    private static List<String> frequent(Connection connection, String from, String column)
            throws SQLException {
        var name = DuckDb.name(column);
        var sql =
                "SELECT CAST(%s AS VARCHAR) FROM %s WHERE %s IS NOT NULL GROUP BY %s"
                                .formatted(name, from, name, name)
                        + " HAVING count(*) >= %d ORDER BY count(*) DESC, 1 LIMIT %d"
                                .formatted(FREQUENT, MOST_VALUES);
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    String toJson() {
        return Json.write(Json.tree(this));
    }

    static KeptProfile parse(String text) {
        var json = Json.parse(text, "profile");
        return new KeptProfile(
                json.text("contentHash"),
                json.number("rowCount"),
                json.list(
                        "columns",
                        each ->
                                new Column(
                                        each.text("name"),
                                        Schema.Type.valueOf(each.text("type")),
                                        each.flag("nullable"),
                                        each.number("distinct"),
                                        each.number("nulls"),
                                        each.texts("values"))));
    }
}
