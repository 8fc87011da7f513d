package io.databourse.mpc;

import io.databourse.plugin.Schema;
import io.databourse.plugin.testkit.MemoryDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Rows of a file of texts without quotes.
record CsvRows(List<String> columns, List<List<String>> rows) {
    static CsvRows read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return new CsvRows(
                List.of(lines.getFirst().split(",")),
                lines.stream().skip(1).map(line -> List.of(line.split(",", -1))).toList());
    }

    CsvRows where(String column, Predicate<String> wanted) {
        int index = columns.indexOf(column);
        return new CsvRows(
                columns, rows.stream().filter(row -> wanted.test(row.get(index))).toList());
    }

    MemoryDataset data(Map<String, List<String>> uses) {
        var values = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            values.add(new ArrayList<@Nullable Object>(row));
        }
        return new MemoryDataset(
                new Schema(
                        columns.stream()
                                .map(name -> new Schema.Column(name, Schema.Type.STRING, true))
                                .toList()),
                uses,
                values);
    }
}
