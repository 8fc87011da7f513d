package io.databourse.sandbox.room;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table as NumPy arrays: `c<i>.npy` for column `i`, and `columns.csv` with each one's name, type
/// and number.
///
/// INTEGER is int64, DECIMAL float64, BOOLEAN bool, DATE datetime64 in days, TIMESTAMP datetime64
/// in microseconds. A STRING column is its UTF-8 bytes one after another in `c<i>.npy` (uint8), and
/// in `c<i>.offsets.npy` (int64) where each row begins, and the end. `c<i>.nulls.npy` (bool) is
/// true where a value is missing.
final class ColumnFiles implements AutoCloseable {
    private final Schema.Type type;
    private final NpyFile values;
    private final NpyFile nulls;
    private final List<NpyFile> offsets = new ArrayList<>();
    private long end;

    private ColumnFiles(Path folder, int number, Schema.Type type) throws IOException {
        this.type = type;
        this.values =
                new NpyFile(folder.resolve("c" + number + ".npy"), descriptor(type), width(type));
        this.nulls = new NpyFile(folder.resolve("c" + number + ".nulls.npy"), "|b1", 1);
        if (type == Schema.Type.STRING) {
            offsets.add(
                    new NpyFile(folder.resolve("c" + number + ".offsets.npy"), "<i8", Long.BYTES));
            offsets.getFirst().longs(0);
        }
    }

    /// Writes some columns of a table into an empty folder.
    static void write(Dataset data, List<String> columns, Path folder)
            throws IOException, InterruptedException {
        var schema = data.schema().select(columns);
        Csv.header(folder.resolve("columns.csv"), schema);
        var files = new ArrayList<ColumnFiles>();
        try (var pass = data.chunks(columns)) {
            for (int i = 0; i < columns.size(); i++) {
                files.add(new ColumnFiles(folder, i, schema.columns().get(i).type()));
            }
            for (var chunk = pass.next(); chunk.isPresent(); chunk = pass.next()) {
                for (int i = 0; i < files.size(); i++) {
                    files.get(i).add(chunk.get().columns().get(i), chunk.get().rows());
                }
            }
        } finally {
            for (var file : files) {
                file.close();
            }
        }
    }

    private static String descriptor(Schema.Type type) {
        return switch (type) {
            case STRING -> "|u1";
            case INTEGER -> "<i8";
            case DECIMAL -> "<f8";
            case DATE -> "<M8[D]";
            case TIMESTAMP -> "<M8[us]";
            case BOOLEAN -> "|b1";
        };
    }

    private static int width(Schema.Type type) {
        return type == Schema.Type.STRING || type == Schema.Type.BOOLEAN ? 1 : Long.BYTES;
    }

    private void add(Chunk.Column column, int rows) throws IOException {
        for (int row = 0; row < rows; row++) {
            nulls.bytes((byte) (column.isNull(row) ? 1 : 0));
        }
        switch (column) {
            case Chunk.Longs(var numbers, _) -> {
                for (int row = 0; row < rows; row++) {
                    if (type == Schema.Type.BOOLEAN) {
                        values.bytes((byte) numbers[row]);
                    } else {
                        values.longs(numbers[row]);
                    }
                }
            }
            case Chunk.Doubles(var numbers, _) -> {
                for (int row = 0; row < rows; row++) {
                    values.doubles(numbers[row]);
                }
            }
            case Chunk.Bytes(var bytes, var starts, _) -> {
                for (int row = 0; row < rows; row++) {
                    offsets.getFirst().longs(end + starts[row + 1] - starts[0]);
                }
                values.bytes(bytes, starts[0], starts[rows]);
                end += starts[rows] - starts[0];
            }
        }
    }

    @Override
    public void close() throws IOException {
        values.close();
        nulls.close();
        for (var file : offsets) {
            file.close();
        }
    }
}
