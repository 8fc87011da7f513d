package io.databourse.node.child;

import io.databourse.plugin.Channel;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Frames on a connection, the same between node and child as between two nodes: the payload's
/// length in 4 bytes, the kind in one, the payload. One thread reads; any may write.
public final class Frames implements Closeable {
    private static final int HEADER = 5;

    /// A message of a program, and some room for what describes a job.
    private static final int MAX_PAYLOAD = Channel.MAX_MESSAGE + (1 << 16);

    private final InputStream in;
    private final OutputStream out;
    private final Closeable connection;
    private final ReentrantLock writing = new ReentrantLock();
    private byte[] readBuffer = new byte[1 << 14];
    private byte[] writeBuffer = new byte[1 << 14];

    public Frames(InputStream in, OutputStream out, Closeable connection) {
        this.in = in;
        this.out = out;
        this.connection = connection;
    }

    /// Waits for the next frame; empty when the other side has closed between two frames.
    public Optional<Frame> read() throws IOException {
        var first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        readBuffer[0] = (byte) first;
        fill(1, HEADER);
        var length = ByteBuffer.wrap(readBuffer).getInt();
        if (length < 0 || length > MAX_PAYLOAD) {
            throw new IOException("not a frame: length " + length);
        }
        var kind = FrameKind.of(readBuffer[4]);
        if (readBuffer.length < HEADER + length) {
            readBuffer = new byte[Integer.highestOneBit(HEADER + length) << 1];
        }
        fill(HEADER, HEADER + length);
        return Optional.of(new Frame(kind, ByteBuffer.wrap(readBuffer, HEADER, length).slice()));
    }

    private void fill(int from, int to) throws IOException {
        var read = in.readNBytes(readBuffer, from, to - from);
        if (read < to - from) {
            throw new EOFException("the connection ended within a frame");
        }
    }

    /// Writes one frame whole and leaves the payload's position at its limit.
    public void write(FrameKind kind, ByteBuffer payload) throws IOException {
        writing.lock();
        try {
            var length = payload.remaining();
            if (length > MAX_PAYLOAD) {
                throw new IllegalArgumentException("a frame of " + length + " bytes");
            }
            if (writeBuffer.length < HEADER + length) {
                writeBuffer =
                        Arrays.copyOf(writeBuffer, Integer.highestOneBit(HEADER + length) << 1);
            }
            ByteBuffer.wrap(writeBuffer).putInt(length).put(kind.code());
            payload.get(writeBuffer, HEADER, length);
            out.write(writeBuffer, 0, HEADER + length);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    public void write(FrameKind kind, byte[] payload) throws IOException {
        write(kind, ByteBuffer.wrap(payload));
    }

    public void write(FrameKind kind) throws IOException {
        write(kind, new byte[0]);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
