package io.databourse.mpc.sum;

import io.databourse.mpc.Peer;
import java.nio.ByteBuffer;

/// Numbers modulo 2^64 on their way to a peer.
final class Shares {
    /// A seed of [MaskStream] (16); receiver to other owner and to compute node.
    static final byte SEED = 50;

    /// Masked numbers (8 each).
    static final byte MASKED = 51;

    /// The other owner's number of distinct keys (8); other owner to receiver.
    static final byte OTHER_SIZE = 52;

    /// One number for each column (8 each); of whom to whom says the protocol.
    static final byte TOTALS = 53;

    /// The number of columns (4); receiver to compute node.
    static final byte COLUMNS = 54;

    private static final int PER_MESSAGE = (Peer.MESSAGE_BYTES - Peer.HEADER) / Long.BYTES;

    private Shares() {}

    static void sendSeed(byte[] seed, Peer peer) throws InterruptedException {
        peer.send(Peer.message(SEED, seed.length).put(seed));
    }

    static byte[] receiveSeed(Peer peer) throws InterruptedException {
        var seed = new byte[MaskStream.SEED_BYTES];
        peer.receive(SEED, seed.length).get(seed);
        return seed;
    }

    static void sendTotals(long[] totals, Peer peer) throws InterruptedException {
        var message = Peer.message(TOTALS, totals.length * Long.BYTES);
        for (long total : totals) {
            message.putLong(total);
        }
        peer.send(message);
    }

    /// As many numbers as the array is long, added to it.
    static void addTotals(long[] totals, Peer peer) throws InterruptedException {
        var message = peer.receive(TOTALS, totals.length * Long.BYTES);
        for (int i = 0; i < totals.length; i++) {
            totals[i] += message.getLong();
        }
    }

    /// Sends a long sequence.
    static final class Writer {
        private final Peer peer;
        private ByteBuffer message = begin();

        Writer(Peer peer) {
            this.peer = peer;
        }

        private static ByteBuffer begin() {
            return Peer.message(MASKED, PER_MESSAGE * Long.BYTES);
        }

        void put(long number) throws InterruptedException {
            message.putLong(number);
            if (!message.hasRemaining()) {
                flush();
            }
        }

        /// Sends what has not been sent.
        void flush() throws InterruptedException {
            if (message.position() > Peer.HEADER) {
                peer.send(message);
                message = begin();
            }
        }
    }

    /// Receives what a [Writer] sends.
    static final class Reader {
        private final Peer peer;
        private ByteBuffer message = ByteBuffer.allocate(0);

        Reader(Peer peer) {
            this.peer = peer;
        }

        long next() throws InterruptedException {
            if (!message.hasRemaining()) {
                message = peer.receive(MASKED);
                peer.require(
                        message.hasRemaining() && message.remaining() % Long.BYTES == 0,
                        "half a number");
            }
            return message.getLong();
        }

        /// Makes sure that nothing is left.
        void finish() {
            peer.require(!message.hasRemaining(), "more numbers than it should");
        }
    }
}
