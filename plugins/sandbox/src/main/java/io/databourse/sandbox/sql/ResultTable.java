package io.databourse.sandbox.sql;

import java.util.List;
import java.util.stream.Collectors;

/// The result of a query: columns of equal length.
public record ResultTable(List<ResultColumn> columns, int rows) {
    public ResultTable {
        columns = List.copyOf(columns);
        for (ResultColumn column : columns) {
            if (column.missing().length != rows) {
                throw new IllegalArgumentException("a column has another length");
            }
        }
    }

    /// RFC 4180, with a line of names; a missing value is an empty field, an empty text is `""`.
    public String toCsv() {
        var csv = new StringBuilder();
        csv.append(
                columns.stream()
                        .map(column -> quoted(column.name()))
                        .collect(Collectors.joining(",")));
        csv.append("\r\n");
        for (int row = 0; row < rows; row++) {
            int index = row;
            csv.append(
                    columns.stream()
                            .map(column -> field(column, index))
                            .collect(Collectors.joining(",")));
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private static String field(ResultColumn column, int row) {
        return column.text(row).map(ResultTable::quoted).orElse("");
    }

    private static String quoted(String text) {
        boolean plain =
                !text.isEmpty()
                        && text.chars()
                                .noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
