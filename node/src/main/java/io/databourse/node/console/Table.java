package io.databourse.node.console;

import io.databourse.protection.table.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The first rows of a CSV file, cell by cell as they stand in it.
record Table(List<String> columns, List<List<String>> rows, boolean more) {
    /// As JSON writes numbers (RFC 8259), so that the API can hand them on as they are.
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    /// Gives row by row.
    interface Rows {
        Optional<List<String>> next() throws IOException;
    }

    static Table read(Path file, int most) throws IOException {
        try (var in = CsvReader.open(file)) {
            return read(in.columns(), in::next, most);
        }
    }

    static Table read(List<String> columns, Rows in, int most) throws IOException {
        var rows = new ArrayList<List<String>>();
        for (var row = in.next(); row.isPresent(); row = in.next()) {
            if (rows.size() == most) {
                return new Table(columns, rows, true);
            }
            rows.add(row.get());
        }
        return new Table(columns, rows, false);
    }

    static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    /// The first column that has numbers and nothing else.
    Optional<String> numbers(String butNot) {
        return columns.stream()
                .filter(column -> !column.equals(butNot) && isNumbers(column))
                .findFirst();
    }

    boolean isNumbers(String column) {
        return !rows.isEmpty() && values(column).stream().allMatch(Table::isNumber);
    }

    List<String> values(String column) {
        var place = columns.indexOf(column);
        return rows.stream().map(row -> row.get(place)).toList();
    }

    String html() {
        var html = new StringBuilder("<table>\n<thead>");
        html.append(Html.row("th", columns)).append("</thead>\n<tbody>\n");
        rows.forEach(row -> html.append(Html.row("td", row)));
        return html.append("</tbody>\n</table>\n").toString();
    }
}
