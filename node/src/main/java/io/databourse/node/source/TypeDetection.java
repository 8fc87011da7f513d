package io.databourse.node.source;

import io.databourse.plugin.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the types of a CSV file's columns from all its rows. A type fits a column if every value
/// has it; for whole numbers and dates the value must also be written as we would write it, so that
/// `007` stays text and a key does not lose its zeros.
final class TypeDetection {
    /// In order of preference; STRING is what remains.
    private static final List<Schema.Type> CANDIDATES =
            List.of(
                    Schema.Type.INTEGER,
                    Schema.Type.DECIMAL,
                    Schema.Type.BOOLEAN,
                    Schema.Type.DATE,
                    Schema.Type.TIMESTAMP);

    private static final int SAMPLE = 2_000;

    private TypeDetection() {}

    /// @param columns those to look at; the row count is right in any case
    static Found detect(Connection connection, CsvFile file, List<String> columns)
            throws SQLException {
        var rows = file.sql(Map.of());
        // A first look at few rows rules most candidates out and makes the whole pass cheap.
        var sample = "(SELECT * FROM " + rows + " LIMIT " + SAMPLE + ")";
        var everything =
                columns.stream()
                        .collect(
                                Collectors.toMap(
                                        column -> column,
                                        _ -> (Set<Schema.Type>) EnumSet.copyOf(CANDIDATES)));
        var likely =
                count(connection, sample, everything).fits().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var counts = count(connection, rows, likely);
        var result = new ArrayList<Schema.Column>();
        for (var column : columns) {
            var fits = counts.fits().getOrDefault(column, Set.of());
            var type =
                    CANDIDATES.stream()
                            .filter(fits::contains)
                            .findFirst()
                            .orElse(Schema.Type.STRING);
            var nullable = counts.nonNull().getOrDefault(column, 0L) < counts.rows();
            result.add(new Schema.Column(column, type, nullable));
        }
        return new Found(counts.rows(), result);
    }

    record Found(long rows, List<Schema.Column> columns) {}

    private record Counts(
            long rows, Map<String, Long> nonNull, Map<String, Set<Schema.Type>> fits) {}

    private static Counts count(
            Connection connection, String from, Map<String, Set<Schema.Type>> candidates)
            throws SQLException {
        var columns = List.copyOf(candidates.keySet());
        var terms = new ArrayList<String>();
        terms.add("count(*)");
        for (var column : columns) {
            terms.add("count(" + DuckDb.name(column) + ")");
            for (var type : candidates.getOrDefault(column, Set.of())) {
                terms.add("count(*) FILTER (" + test(DuckDb.name(column), type) + ")");
            }
        }
        var sql = "SELECT " + String.join(", ", terms) + " FROM " + from;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            var rows = row.getLong(1);
            var nonNull = new java.util.HashMap<String, Long>();
            var fits = new java.util.HashMap<String, Set<Schema.Type>>();
            var at = 2;
            for (var column : columns) {
                var present = row.getLong(at++);
                nonNull.put(column, present);
                var fitting = EnumSet.noneOf(Schema.Type.class);
                for (var type : candidates.getOrDefault(column, Set.of())) {
                    if (row.getLong(at++) == present && present > 0) {
                        fitting.add(type);
                    }
                }
                fits.put(column, fitting);
            }
            return new Counts(rows, nonNull, fits);
        }
    }

    private static String test(String column, Schema.Type type) {
        var cast = "TRY_CAST(" + column + " AS " + SqlTypes.of(type) + ")";
        return switch (type) {
            case INTEGER, DATE -> "CAST(" + cast + " AS VARCHAR) = " + column;
            case DECIMAL, TIMESTAMP -> cast + " IS NOT NULL";
            case BOOLEAN -> "lower(" + column + ") IN ('true', 'false')";
            case STRING -> "true";
        };
    }
}
