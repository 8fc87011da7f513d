package io.databourse.mpc.join;

import io.databourse.mpc.Peer;
import java.nio.ByteBuffer;

/// Sends labels, as many as fit into a message at a time.
final class LabelBatch {
    /// Labels, encrypted, one behind the other; from the other owner, and from the compute node to
    /// the receiver.
    static final byte LABELS = 41;

    private final Peer peer;
    private final int bytes;
    private ByteBuffer message;

    LabelBatch(Peer peer, int length) {
        this.peer = peer;
        this.bytes = labels(length) * length;
        this.message = Peer.message(LABELS, bytes);
    }

    /// How many fit into a message.
    static int labels(int length) {
        return (Peer.MESSAGE_BYTES - Peer.HEADER) / length;
    }

    void put(byte[] label) throws InterruptedException {
        message.put(label);
        if (!message.hasRemaining()) {
            flush();
        }
    }

    /// Sends what has not been sent.
    void flush() throws InterruptedException {
        if (message.position() > Peer.HEADER) {
            peer.send(message);
            message = Peer.message(LABELS, bytes);
        }
    }
}
