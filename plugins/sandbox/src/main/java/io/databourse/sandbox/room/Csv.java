package io.databourse.sandbox.room;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.Schema;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// A table as text, RFC 4180. Nothing at all between two commas is a missing value, `""` is an
/// empty text. Dates and times are as in ISO 8601.
final class Csv {
    private static final long MICROS = 1_000_000;
    private static final int NANOS_PER_MICRO = 1000;

    private Csv() {}

    /// Each column's name and type, one a line.
    static void header(Path file, Schema schema) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("name,type\n");
            for (var column : schema.columns()) {
                out.write(quoted(column.name()) + "," + column.type() + "\n");
            }
        }
    }

    static void write(Dataset data, List<String> columns, Path file)
            throws IOException, InterruptedException {
        var schema = data.schema().select(columns);
        try (var out = Files.newBufferedWriter(file);
                var pass = data.chunks(columns)) {
            out.write(String.join(",", columns.stream().map(Csv::quoted).toList()) + "\n");
            for (var chunk = pass.next(); chunk.isPresent(); chunk = pass.next()) {
                for (int row = 0; row < chunk.get().rows(); row++) {
                    row(out, schema, chunk.get(), row);
                }
            }
        }
    }

    private static void row(Writer out, Schema schema, Chunk chunk, int row) throws IOException {
        for (int i = 0; i < schema.columns().size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            var column = chunk.columns().get(i);
            if (!column.isNull(row)) {
                out.write(value(column, schema.columns().get(i).type(), row));
            }
        }
        out.write('\n');
    }

    private static String value(Chunk.Column column, Schema.Type type, int row) {
        return switch (column) {
            case Chunk.Longs(var numbers, _) -> number(numbers[row], type);
            case Chunk.Doubles(var numbers, _) -> Double.toString(numbers[row]);
            case Chunk.Bytes(var bytes, var starts, _) ->
                    quoted(
                            new String(
                                    bytes,
                                    starts[row],
                                    starts[row + 1] - starts[row],
                                    StandardCharsets.UTF_8));
        };
    }

    private static String number(long value, Schema.Type type) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case TIMESTAMP ->
                    LocalDateTime.ofEpochSecond(
                                    Math.floorDiv(value, MICROS),
                                    (int) Math.floorMod(value, MICROS) * NANOS_PER_MICRO,
                                    ZoneOffset.UTC)
                            .toString();
            case BOOLEAN -> value == 0 ? "FALSE" : "TRUE";
            case INTEGER, STRING, DECIMAL -> Long.toString(value);
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
