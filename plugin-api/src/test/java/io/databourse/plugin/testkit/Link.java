package io.databourse.plugin.testkit;

import io.databourse.plugin.Channel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;

/// One direction between two parties: two messages fit in, then the sender waits.
final class Link {
    private static final int CAPACITY = 2;

    private final ArrayDeque<byte[]> queue = new ArrayDeque<>();
    private final ByteArrayOutputStream transcript = new ByteArrayOutputStream();
    private boolean closed;
    private boolean readerGone;
    private boolean broken;

    synchronized void put(byte[] message) throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("the sending side is closed");
        }
        while (queue.size() >= CAPACITY && !broken && !readerGone) {
            wait();
        }
        if (readerGone) {
            // It was sent all the same, so what it tells counts.
            transcript.writeBytes(message);
        }
        if (broken || readerGone) {
            throw new Channel.PeerLostException("the peer is gone");
        }
        queue.add(message);
        transcript.writeBytes(message);
        notifyAll();
    }

    synchronized Optional<ByteBuffer> take() throws InterruptedException {
        while (queue.isEmpty() && !closed && !broken) {
            wait();
        }
        if (broken) {
            throw new Channel.PeerLostException("the peer is gone");
        }
        notifyAll();
        return Optional.ofNullable(queue.poll())
                .map(bytes -> ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized void readerIsGone() {
        readerGone = true;
        notifyAll();
    }

    synchronized void tearDown() {
        broken = true;
        notifyAll();
    }

    synchronized byte[] transcript() {
        return transcript.toByteArray();
    }
}
