package io.databourse.mpc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Keeps the ranks of matches on disk until their number is known, because below the minimum not
/// one may be revealed. They lie there as the messages that will be sent.
public final class RankSpool implements AutoCloseable {
    private static final int LONGEST_DIFFERENCE = 9;

    private final Path file;
    private final DataOutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(Peer.MESSAGE_BYTES);
    private long last = -1;
    private long count;

    public RankSpool(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new FileOutputStream(file.toFile()));
        begin();
    }

    private void begin() {
        buffer.clear().put(Peer.RANKS).position(Peer.HEADER);
    }

    /// Adds a rank; ranks ascend.
    public void add(long rank) throws IOException {
        if (buffer.remaining() < LONGEST_DIFFERENCE) {
            flush();
        }
        long difference = rank - last;
        while (difference > 0x7f) {
            buffer.put((byte) (difference | 0x80));
            difference >>>= 7;
        }
        buffer.put((byte) difference);
        last = rank;
        count++;
    }

    private void flush() throws IOException {
        out.writeInt(buffer.position());
        out.write(buffer.array(), 0, buffer.position());
        begin();
    }

    public long count() {
        return count;
    }

    /// Sends all ranks; none can be added afterwards.
    public void send(Peer receiver) throws IOException, InterruptedException {
        if (buffer.position() > Peer.HEADER) {
            flush();
        }
        out.close();
        try (var in = new DataInputStream(new FileInputStream(file.toFile()))) {
            for (long left = file.toFile().length(); left > 0; ) {
                int length = in.readInt();
                buffer.clear();
                if (in.readNBytes(buffer.array(), 0, length) < length) {
                    throw new EOFException("the spool is shorter than it was");
                }
                left -= Integer.BYTES + length;
                receiver.send(buffer.position(length));
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
