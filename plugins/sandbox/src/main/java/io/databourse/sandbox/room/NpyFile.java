package io.databourse.sandbox.room;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One array as NumPy keeps it, format version 1.0
/// (numpy.org/doc/stable/reference/generated/numpy.lib.format.html). The number of items is written
/// when the file is closed.
final class NpyFile implements AutoCloseable {
    private static final int HEADER = 128;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String type;
    private final int itemBytes;
    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long bytes;

    /// @param type NumPy's name of it, such as `<i8`
    NpyFile(Path file, String type, int itemBytes) throws IOException {
        this.file = file;
        this.type = type;
        this.itemBytes = itemBytes;
        this.out =
                new BufferedOutputStream(
                        java.nio.file.Files.newOutputStream(file, StandardOpenOption.CREATE_NEW),
                        BUFFER);
        out.write(new byte[HEADER]);
    }

    void longs(long value) throws IOException {
        room().putLong(value);
    }

    void doubles(double value) throws IOException {
        room().putDouble(value);
    }

    void bytes(byte value) throws IOException {
        room().put(value);
    }

    void bytes(byte[] values, int from, int to) throws IOException {
        flush();
        out.write(values, from, to - from);
        bytes += to - from;
    }

    private ByteBuffer room() throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        bytes += buffer.position();
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
        var words =
                "{'descr': '%s', 'fortran_order': False, 'shape': (%d,), }"
                        .formatted(type, bytes / itemBytes);
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) (HEADER - 10));
        header.put(words.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        header.put((byte) '\n').flip();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(header, 0);
        }
    }
}
