package io.databourse.mpc;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// Appends numbers to a file of the workspace.
///
/// A plain stream rather than a channel: an interrupt would close a channel under us, and
/// cancellation is looked at between blocks anyway.
public final class LongWriter implements AutoCloseable {
    static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final CRC32C checksum = new CRC32C();
    private int filled;

    public LongWriter(Path file) throws IOException {
        out = new FileOutputStream(file.toFile());
    }

    public void put(long value) throws IOException {
        if (filled == BUFFER_BYTES) {
            flush();
        }
        LONG.set(buffer, filled, value);
        filled += Long.BYTES;
    }

    private void flush() throws IOException {
        if (filled > 0) { // closing again is allowed
            out.write(buffer, 0, filled);
            checksum.update(buffer, 0, filled);
            filled = 0;
        }
    }

    /// CRC-32C (RFC 3720) of all bytes, once it is closed.
    long checksum() {
        return checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
