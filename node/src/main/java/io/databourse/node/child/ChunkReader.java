package io.databourse.node.child;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.Schema;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads some columns of a chunk file (see [ChunkWriter]) from the first row to the last. It is
/// also used on what a plugin wrote, so it believes no number in the file: a wrong one is an
/// [UncheckedIOException].
public final class ChunkReader implements Dataset.Pass {
    /// No single column part of a chunk is longer.
    private static final long MAX_PART = 1L << 30;

    private final Schema schema;
    private final int[] wanted;
    private final FileChannel file;
    private ByteBuffer buffer = allocate(1 << 16);
    private final Reused[] reused;
    private long position;

    /// The arrays of one column, used again for the next chunk.
    private static final class Reused {
        long[] longs = {};
        double[] doubles = {};
        byte[] bytes = {};
        int[] offsets = {};
    }

    /// @throws IllegalArgumentException if the schema has no such column
    public ChunkReader(Path path, Schema schema, List<String> columns) {
        this.schema = schema;
        var names = schema.columns().stream().map(Schema.Column::name).toList();
        this.wanted = columns.stream().mapToInt(name -> indexOf(names, name)).toArray();
        this.reused = new Reused[wanted.length];
        Arrays.setAll(reused, _ -> new Reused());
        try {
            this.file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int indexOf(List<String> names, String name) {
        var index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no such column: " + name);
        }
        return index;
    }

    @Override
    public Optional<Chunk> next() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return position >= file.size() ? Optional.empty() : Optional.of(readChunk());
        } catch (java.nio.channels.ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InterruptedException interrupted(Exception cause) {
        var _ = Thread.interrupted();
        var interrupted = new InterruptedException("the run was cancelled");
        interrupted.initCause(cause);
        return interrupted;
    }

    private Chunk readChunk() throws IOException {
        var parts = schema.columns().size();
        var header = read(position, 4 + 8L * parts);
        var rows = header.getInt();
        check(rows > 0 && rows <= Chunk.MAX_ROWS, "rows in a chunk");
        var starts = new long[parts + 1];
        starts[0] = position + 4 + 8L * parts;
        for (int i = 0; i < parts; i++) {
            var length = header.getLong();
            check(length >= 4 && length <= MAX_PART, "a column's length");
            starts[i + 1] = starts[i] + length;
        }
        check(starts[parts] <= file.size(), "a chunk's end");
        var columns = new ArrayList<Chunk.Column>(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            var part = wanted[i];
            var content = read(starts[part], starts[part + 1] - starts[part]);
            columns.add(column(schema.columns().get(part).type(), content, rows, reused[i]));
        }
        position = starts[parts];
        return new Chunk(rows, columns);
    }

    private static Chunk.Column column(Schema.Type type, ByteBuffer from, int rows, Reused to)
            throws IOException {
        var nulls = nulls(from, rows);
        return switch (type) {
            case STRING -> text(from, rows, nulls, to);
            case DECIMAL -> {
                check(from.remaining() == 8L * rows, "a column's length");
                to.doubles = to.doubles.length < rows ? new double[rows] : to.doubles;
                from.asDoubleBuffer().get(to.doubles, 0, rows);
                yield new Chunk.Doubles(to.doubles, nulls);
            }
            case INTEGER, DATE, TIMESTAMP, BOOLEAN -> {
                check(from.remaining() == 8L * rows, "a column's length");
                to.longs = to.longs.length < rows ? new long[rows] : to.longs;
                from.asLongBuffer().get(to.longs, 0, rows);
                yield new Chunk.Longs(to.longs, nulls);
            }
        };
    }

    private static long[] nulls(ByteBuffer from, int rows) throws IOException {
        var words = from.getInt();
        check(words == 0 || words == (rows + 63) >> 6, "a NULL bitmap's length");
        check(from.remaining() >= 8L * words, "a NULL bitmap's length");
        var nulls = new long[words];
        from.asLongBuffer().get(nulls);
        from.position(from.position() + 8 * words);
        return nulls;
    }

    private static Chunk.Column text(ByteBuffer from, int rows, long[] nulls, Reused to)
            throws IOException {
        check(from.remaining() >= 4L * (rows + 1), "a text column's length");
        to.offsets = to.offsets.length < rows + 1 ? new int[rows + 1] : to.offsets;
        from.asIntBuffer().get(to.offsets, 0, rows + 1);
        from.position(from.position() + 4 * (rows + 1));
        var length = from.remaining();
        check(to.offsets[0] == 0 && to.offsets[rows] == length, "a text column's length");
        for (int i = 0; i < rows; i++) {
            check(to.offsets[i] <= to.offsets[i + 1], "a text's offset");
        }
        to.bytes = to.bytes.length < length ? new byte[length + (length >> 2)] : to.bytes;
        from.get(to.bytes, 0, length);
        return new Chunk.Bytes(to.bytes, to.offsets, nulls);
    }

    private ByteBuffer read(long at, long length) throws IOException {
        if (buffer.capacity() < length) {
            buffer = allocate((int) (length + (length >> 2)));
        }
        buffer.clear().limit((int) length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("a chunk file ends too early");
            }
        }
        return buffer.flip();
    }

    private static void check(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException("not a chunk file: " + what + " is wrong");
        }
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
