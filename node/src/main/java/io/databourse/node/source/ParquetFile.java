package io.databourse.node.source;

import io.databourse.plugin.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.stream.Collectors;

/// Parquet files carry their own types.
final class ParquetFile {
    private ParquetFile() {}

    static String sql(Source source) {
        return "read_parquet(" + DuckDb.literal(source.path().toString()) + ")";
    }

    static TypeDetection.Found inspect(Connection connection, Source source) throws SQLException {
        var names = new ArrayList<String>();
        var types = new ArrayList<Schema.Type>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("DESCRIBE SELECT * FROM " + sql(source))) {
            while (rows.next()) {
                names.add(rows.getString("column_name"));
                types.add(SqlTypes.typeOf(rows.getString("column_type")));
            }
        }
        var counts =
                names.stream()
                        .map(name -> "count(" + DuckDb.name(name) + ")")
                        .collect(Collectors.joining(", ", "SELECT count(*), ", ""));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(counts + " FROM " + sql(source))) {
            row.next();
            var total = row.getLong(1);
            var columns = new ArrayList<Schema.Column>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(
                        new Schema.Column(names.get(i), types.get(i), row.getLong(i + 2) < total));
            }
            return new TypeDetection.Found(total, columns);
        }
    }
}
