package io.databourse.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Rows for [JpaSql#copy] in the binary format of PostgreSQL's `copy` (its manual, SQL command
/// COPY, "Binary Format"). A row is begun, and then given its columns in their order, each in the
/// type that the table has.
public final class CopyRows {
    private static final byte[] MAGIC =
            "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final short END = -1;

    private final short columns;
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

    public CopyRows(int columns) {
        this.columns = (short) columns;
        // No flags, and nothing more in the header.
        bytes.put(MAGIC).putInt(0).putInt(0);
    }

    public CopyRows row() {
        room(Short.BYTES).putShort(columns);
        return this;
    }

    /// A `uuid`.
    public CopyRows uuid(UUID value) {
        value(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    /// A `text`.
    public CopyRows text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        value(utf8.length).put(utf8);
        return this;
    }

    /// A `bigint`.
    public CopyRows bigint(long value) {
        value(Long.BYTES).putLong(value);
        return this;
    }

    /// An `int`.
    public CopyRows integer(int value) {
        value(Integer.BYTES).putInt(value);
        return this;
    }

    /// A `timestamptz`; what is finer than a microsecond is left out.
    public CopyRows instant(Instant value) {
        return bigint(ChronoUnit.MICROS.between(EPOCH, value));
    }

    /// All rows, and the end.
    ByteBuffer done() {
        return room(Short.BYTES).putShort(END).flip();
    }

    private ByteBuffer value(int length) {
        return room(Integer.BYTES + length).putInt(length);
    }

    private ByteBuffer room(int wanted) {
        if (bytes.remaining() < wanted) {
            int size = Math.max(2 * bytes.capacity(), bytes.position() + wanted);
            bytes = ByteBuffer.allocate(size).put(bytes.flip());
        }
        return bytes;
    }
}
