package io.databourse.node.child;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes a table as a chunk file.
///
/// The file is a row of chunks and nothing else; the schema travels beside it. All numbers are
/// little-endian, so that the common machines copy whole arrays:
///
/// | part of a chunk | size in bytes |
/// |---|---|
/// | number of rows, 1 to 2^16 | 4 |
/// | length of each column's part | 8 for each column |
/// | the columns' parts, in the schema's order | as said |
///
/// A column's part is the number of 64-bit words of its NULL bitmap (4; 0 if nothing is NULL), the
/// bitmap, and then the values: `rows` numbers of 8 bytes, or for text `rows + 1` offsets of 4
/// bytes and the UTF-8 bytes. The lengths let a reader skip the columns that it was not asked for.
public final class ChunkWriter implements AutoCloseable {
    private static final int FIRST_CAPACITY = 1 << 20;

    private final Schema schema;
    private final FileChannel file;
    private ByteBuffer buffer = allocate(FIRST_CAPACITY);
    private long rows;

    public ChunkWriter(Path path, Schema schema) throws IOException {
        this.schema = schema;
        this.file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    /// Appends a chunk; one without rows leaves no trace.
    ///
    /// @throws IllegalArgumentException if its columns are not those of the schema
    public void write(Chunk chunk) throws IOException {
        checkColumns(chunk);
        if (chunk.rows() == 0) {
            return;
        }
        var header = 4 + 8 * chunk.columns().size();
        var size = Math.toIntExact(header + totalSize(chunk));
        reserve(size);
        buffer.putInt(chunk.rows());
        for (var column : chunk.columns()) {
            buffer.putLong(sizeOf(column, chunk.rows()));
        }
        for (var column : chunk.columns()) {
            put(column, chunk.rows());
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        rows += chunk.rows();
    }

    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void checkColumns(Chunk chunk) {
        var columns = schema.columns();
        if (chunk.columns().size() != columns.size()) {
            throw new IllegalArgumentException(
                    chunk.columns().size() + " columns, not " + columns.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            var fits =
                    switch (columns.get(i).type()) {
                        case STRING -> chunk.columns().get(i) instanceof Chunk.Bytes;
                        case DECIMAL -> chunk.columns().get(i) instanceof Chunk.Doubles;
                        case INTEGER, DATE, TIMESTAMP, BOOLEAN ->
                                chunk.columns().get(i) instanceof Chunk.Longs;
                    };
            if (!fits) {
                throw new IllegalArgumentException(
                        columns.get(i).name() + " is not carried as " + columns.get(i).type());
            }
        }
    }

    private static long totalSize(Chunk chunk) {
        return chunk.columns().stream().mapToLong(each -> sizeOf(each, chunk.rows())).sum();
    }

    private static long sizeOf(Chunk.Column column, int rows) {
        var nulls = 4 + 8L * words(column, rows);
        return switch (column) {
            case Chunk.Longs _, Chunk.Doubles _ -> nulls + 8L * rows;
            case Chunk.Bytes(_, var offsets, _) ->
                    nulls + 4L * (rows + 1) + textLength(offsets, rows);
        };
    }

    private static int textLength(int[] offsets, int rows) {
        return offsets[rows] - offsets[0];
    }

    private static int words(Chunk.Column column, int rows) {
        return column.nulls().length == 0 ? 0 : (rows + 63) >> 6;
    }

    private void put(Chunk.Column column, int rows) {
        var words = words(column, rows);
        buffer.putInt(words);
        buffer.asLongBuffer().put(column.nulls(), 0, words);
        skip(8 * words);
        switch (column) {
            case Chunk.Longs(var values, _) -> {
                buffer.asLongBuffer().put(values, 0, rows);
                skip(8 * rows);
            }
            case Chunk.Doubles(var values, _) -> {
                buffer.asDoubleBuffer().put(values, 0, rows);
                skip(8 * rows);
            }
            case Chunk.Bytes(var values, var offsets, _) -> {
                putOffsets(offsets, rows);
                buffer.put(values, offsets[0], textLength(offsets, rows));
            }
        }
    }

    /// In the file the first offset is 0, wherever the text began in the caller's array.
    private void putOffsets(int[] offsets, int rows) {
        if (offsets[0] == 0) {
            buffer.asIntBuffer().put(offsets, 0, rows + 1);
            skip(4 * (rows + 1));
        } else {
            for (int i = 0; i <= rows; i++) {
                buffer.putInt(offsets[i] - offsets[0]);
            }
        }
    }

    private void skip(int length) {
        buffer.position(buffer.position() + length);
    }

    private void reserve(int size) {
        if (buffer.capacity() < size) {
            buffer = allocate(Math.max(size, buffer.capacity() * 2));
        }
        buffer.clear();
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Writes a whole table at once.
    public static void writeAll(Path path, Schema schema, List<Chunk> chunks) throws IOException {
        try (var writer = new ChunkWriter(path, schema)) {
            for (var chunk : chunks) {
                writer.write(chunk);
            }
        }
    }
}
