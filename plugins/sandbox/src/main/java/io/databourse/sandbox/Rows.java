package io.databourse.sandbox;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.ResultSink;
import io.databourse.plugin.Schema;
import io.databourse.sandbox.sql.ResultColumn;
import io.databourse.sandbox.sql.ResultTable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A result's table on its way from the worker to a sink. Dates, times and exact decimals are text
/// as SQL writes it, so that no digit is lost.
record Rows(Schema schema, List<ResultColumn> columns, int rows) {
    private static final int MOST_ROWS = 1 << 24;
    private static final int MOST_COLUMNS = 1 << 12;

    static Rows of(ResultTable table) {
        var schema =
                new Schema(
                        table.columns().stream()
                                .map(column -> new Schema.Column(column.name(), type(column), true))
                                .toList());
        return new Rows(schema, table.columns(), table.rows());
    }

    private static Schema.Type type(ResultColumn column) {
        return switch (column) {
            case ResultColumn.Longs _ -> Schema.Type.INTEGER;
            case ResultColumn.Doubles _ -> Schema.Type.DECIMAL;
            case ResultColumn.Texts _ -> Schema.Type.STRING;
        };
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(rows);
        out.writeInt(columns.size());
        for (var column : columns) {
            out.writeUTF(column.name());
            out.writeUTF(type(column).name());
            for (int row = 0; row < rows; row++) {
                out.writeBoolean(column.missing()[row]);
                switch (column) {
                    case ResultColumn.Longs(_, var values, _) -> out.writeLong(values[row]);
                    case ResultColumn.Doubles(_, var values, _) -> out.writeDouble(values[row]);
                    case ResultColumn.Texts(_, _, var values, _) -> text(out, values[row]);
                }
            }
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Rows read(DataInputStream in) throws IOException {
        var rows = count(in, MOST_ROWS);
        var columns = new ArrayList<ResultColumn>();
        for (int left = count(in, MOST_COLUMNS); left > 0; left--) {
            var name = in.readUTF();
            columns.add(column(name, Schema.Type.valueOf(in.readUTF()), rows, in));
        }
        return of(new ResultTable(columns, rows));
    }

    private static ResultColumn column(String name, Schema.Type type, int rows, DataInputStream in)
            throws IOException {
        var missing = new boolean[rows];
        var longs = new long[type == Schema.Type.INTEGER ? rows : 0];
        var doubles = new double[type == Schema.Type.DECIMAL ? rows : 0];
        var texts = new String[type == Schema.Type.STRING ? rows : 0];
        for (int row = 0; row < rows; row++) {
            missing[row] = in.readBoolean();
            switch (type) {
                case INTEGER -> longs[row] = in.readLong();
                case DECIMAL -> doubles[row] = in.readDouble();
                case STRING -> {
                    var bytes = in.readNBytes(count(in, Integer.MAX_VALUE));
                    texts[row] = new String(bytes, StandardCharsets.UTF_8);
                }
                default -> throw new IOException("a column of " + type);
            }
        }
        return switch (type) {
            case INTEGER -> new ResultColumn.Longs(name, longs, missing);
            case DECIMAL -> new ResultColumn.Doubles(name, doubles, missing);
            default ->
                    new ResultColumn.Texts(
                            name, io.databourse.sandbox.sql.Type.TEXT, texts, missing);
        };
    }

    private static int count(DataInputStream in, int most) throws IOException {
        var count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("not a count: " + count);
        }
        return count;
    }

    /// About what it takes as a file.
    long bytes() {
        return texts().stream()
                .flatMap(column -> column.values().stream())
                .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length + 1L)
                .sum();
    }

    /// The values as text; missing ones are empty.
    List<PreScreen.Column> texts() {
        return columns.stream()
                .map(column ->
                        new PreScreen.Column(
                                column.name(),
                                java.util.stream.IntStream.range(0, rows)
                                        .mapToObj(row -> column.text(row).orElse(""))
                                        .toList()))
                .toList();
    }

    /// Puts the table into a sink.
    void give(ResultSink sink) throws InterruptedException {
        sink.begin(schema);
        for (int from = 0; from < rows; from += Chunk.MAX_ROWS) {
            int start = from;
            int size = Math.min(Chunk.MAX_ROWS, rows - from);
            sink.write(
                    new Chunk(
                            size,
                            columns.stream().map(column -> part(column, start, size)).toList()));
        }
    }

    private static Chunk.Column part(ResultColumn column, int from, int size) {
        var nulls = new long[(size + 63) >> 6];
        for (int row = 0; row < size; row++) {
            if (column.missing()[from + row]) {
                nulls[row >> 6] |= 1L << row;
            }
        }
        return switch (column) {
            case ResultColumn.Longs(_, var values, _) ->
                    new Chunk.Longs(java.util.Arrays.copyOfRange(values, from, from + size), nulls);
            case ResultColumn.Doubles(_, var values, _) ->
                    new Chunk.Doubles(
                            java.util.Arrays.copyOfRange(values, from, from + size), nulls);
            case ResultColumn.Texts(_, _, var values, _) -> bytes(values, from, size, nulls);
        };
    }

    private static Chunk.Column bytes(String[] values, int from, int size, long[] nulls) {
        var all = new java.io.ByteArrayOutputStream();
        var offsets = new int[size + 1];
        for (int row = 0; row < size; row++) {
            all.writeBytes(values[from + row].getBytes(StandardCharsets.UTF_8));
            offsets[row + 1] = all.size();
        }
        return new Chunk.Bytes(all.toByteArray(), offsets, nulls);
    }
}
