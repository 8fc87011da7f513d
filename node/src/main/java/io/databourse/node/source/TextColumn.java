package io.databourse.node.source;

import io.databourse.plugin.Chunk;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.duckdb.DuckDBReadableVector;

/// One text column of a chunk that is being filled.
///
/// DuckDB's own accessor makes a call into native code, a byte array and a `String` for each value,
/// which costs more than reading the file. Where the vector's memory can be reached, its texts are
/// copied from there: 16 bytes each, a length and then either up to 12 bytes in place or, after a
/// prefix of 4, the address of all (`duckdb_string_t` in DuckDB's C API).
final class TextColumn implements VectorColumn {
    private static final int INLINE = 12;
    private static final ValueLayout.OfLong ADDRESS =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.nativeOrder());

    @SuppressWarnings("restricted") // DuckDB's vectors point into its own memory
    private static final MemorySegment EVERYTHING = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final VarHandle DATA = dataField();

    private byte[] text = new byte[1 << 20];
    private final int[] offsets = new int[Chunk.MAX_ROWS + 1];
    private final long[] nulls = new long[Chunk.MAX_ROWS / 64];
    private boolean anyNull;
    private int length;

    private static VarHandle dataField() {
        try {
            return MethodHandles.privateLookupIn(DuckDBReadableVector.class, MethodHandles.lookup())
                    .findVarHandle(DuckDBReadableVector.class, "data", ByteBuffer.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void append(DuckDBReadableVector vector, int at, int count) {
        if (DATA.get(vector) instanceof ByteBuffer buffer && buffer.isDirect()) {
            var data = buffer.duplicate().order(ByteOrder.nativeOrder());
            appendFast(vector, MemorySegment.ofBuffer(data.clear()), at, count);
        } else {
            appendSlowly(vector, at, count);
        }
    }

    private void appendFast(DuckDBReadableVector vector, MemorySegment data, int at, int count) {
        for (int i = 0; i < count; i++) {
            if (vector.isNull(i)) {
                setNull(at + i);
            } else {
                var start = 16L * i;
                var size = data.get(ValueLayout.JAVA_INT_UNALIGNED, start);
                reserve(size);
                if (size <= INLINE) {
                    MemorySegment.copy(data, ValueLayout.JAVA_BYTE, start + 4, text, length, size);
                } else {
                    MemorySegment.copy(
                            EVERYTHING,
                            ValueLayout.JAVA_BYTE,
                            data.get(ADDRESS, start + 8),
                            text,
                            length,
                            size);
                }
                length += size;
            }
            offsets[at + i + 1] = length;
        }
    }

    private void appendSlowly(DuckDBReadableVector vector, int at, int count) {
        for (int i = 0; i < count; i++) {
            var value = vector.getString(i);
            if (value == null) {
                setNull(at + i);
            } else {
                var bytes = value.getBytes(StandardCharsets.UTF_8);
                reserve(bytes.length);
                System.arraycopy(bytes, 0, text, length, bytes.length);
                length += bytes.length;
            }
            offsets[at + i + 1] = length;
        }
    }

    private void setNull(int row) {
        nulls[row >> 6] |= 1L << row;
        anyNull = true;
    }

    private void reserve(int size) {
        if (text.length - length < size) {
            text = Arrays.copyOf(text, Math.addExact(length, Math.max(size, length)));
        }
    }

    @Override
    public Chunk.Column take() {
        return new Chunk.Bytes(text, offsets, anyNull ? nulls : new long[0]);
    }

    @Override
    public void clear() {
        length = 0;
        anyNull = false;
        Arrays.fill(nulls, 0);
    }
}
