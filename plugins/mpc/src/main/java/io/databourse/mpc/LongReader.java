package io.databourse.mpc;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Reads what a [LongWriter] wrote.
public final class LongReader implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int filled;

    public LongReader(Path file) throws IOException {
        this(file, 0);
    }

    /// Begins behind so many numbers.
    LongReader(Path file, long skipped) throws IOException {
        in = new FileInputStream(file.toFile());
        try {
            in.skipNBytes(Long.BYTES * skipped);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// Whether there is another number.
    public boolean hasNext() throws IOException {
        if (at == filled) {
            filled = in.readNBytes(buffer, 0, BUFFER_BYTES);
            at = 0;
        }
        return at < filled;
    }

    public long next() throws IOException {
        if (!hasNext()) {
            throw new EOFException("a file of the workspace is shorter than it was");
        }
        long value = (long) LongWriter.LONG.get(buffer, at);
        at += Long.BYTES;
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
