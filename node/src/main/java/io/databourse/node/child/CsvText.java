package io.databourse.node.child;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/// Writes a table as CSV (RFC 4180): a header, `\n` after each row, quotes only where needed, NULL
/// as nothing.
public final class CsvText {
    private static final long MICROS = 1_000_000;

    private CsvText() {}

    /// Writes the table and gives its number of rows.
    public static long write(Schema schema, Dataset.Pass pass, OutputStream out)
            throws IOException, InterruptedException {
        var header =
                schema.columns().stream()
                        .map(column -> quoted(column.name()))
                        .collect(Collectors.joining(",", "", "\n"));
        out.write(header.getBytes(StandardCharsets.UTF_8));
        var rows = 0L;
        for (var chunk = pass.next(); chunk.isPresent(); chunk = pass.next()) {
            write(schema, chunk.get(), out);
            rows += chunk.get().rows();
        }
        return rows;
    }

    private static void write(Schema schema, Chunk chunk, OutputStream out) throws IOException {
        var columns = chunk.columns();
        for (int row = 0; row < chunk.rows(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                if (!columns.get(i).isNull(row)) {
                    value(schema.columns().get(i).type(), columns.get(i), row, out);
                }
            }
            out.write('\n');
        }
    }

    private static void value(Schema.Type type, Chunk.Column column, int row, OutputStream out)
            throws IOException {
        switch (column) {
            case Chunk.Bytes(var values, var offsets, _) ->
                    text(values, offsets[row], offsets[row + 1], out);
            case Chunk.Doubles(var values, _) -> ascii(number(values[row]), out);
            case Chunk.Longs(var values, _) -> ascii(whole(type, values[row]), out);
        }
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).toPlainString()
                : Double.toString(value);
    }

    private static String whole(Schema.Type type, long value) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case TIMESTAMP ->
                    LocalDateTime.ofEpochSecond(
                                    Math.floorDiv(value, MICROS),
                                    Math.toIntExact(Math.floorMod(value, MICROS) * 1_000),
                                    ZoneOffset.UTC)
                            .toString();
            case BOOLEAN -> value == 0 ? "false" : "true";
            case INTEGER, DECIMAL, STRING -> Long.toString(value);
        };
    }

    private static void text(byte[] bytes, int from, int to, OutputStream out) throws IOException {
        // An empty text is quoted, because nothing at all is NULL.
        if (from < to && isPlain(bytes, from, to)) {
            out.write(bytes, from, to - from);
            return;
        }
        out.write('"');
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                out.write('"');
            }
            out.write(bytes[i]);
        }
        out.write('"');
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            switch (bytes[i]) {
                case ',', '"', '\n', '\r' -> {
                    return false;
                }
                default -> {}
            }
        }
        return true;
    }

    private static String quoted(String name) {
        return name.matches("(?s).*[,\"\n\r].*") ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }

    private static void ascii(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
