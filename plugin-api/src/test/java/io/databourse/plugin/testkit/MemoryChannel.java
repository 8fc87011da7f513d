package io.databourse.plugin.testkit;

import io.databourse.plugin.Channel;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A party's end of the two links to one peer.
final class MemoryChannel implements Channel {
    private final Link out;
    private final Link in;
    private final Fault fault;
    private final AtomicInteger operations;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private byte[] lent = {};

    /// A channel.
    ///
    /// @param fault what goes wrong at this party
    /// @param operations how many sends and receives this party has done on all its channels
    MemoryChannel(Link out, Link in, Fault fault, AtomicInteger operations) {
        this.out = out;
        this.in = in;
        this.fault = fault;
        this.operations = operations;
    }

    @Override
    public void send(ByteBuffer message) throws InterruptedException {
        if (message.remaining() > MAX_MESSAGE) {
            throw new IllegalArgumentException("message is too long: " + message.remaining());
        }
        boolean torn = step() && fault.kind() == Fault.Kind.TEAR;
        var bytes = new byte[torn ? message.remaining() / 2 : message.remaining()];
        message.get(bytes);
        message.position(message.limit());
        sent.addAndGet(bytes.length);
        out.put(bytes);
    }

    @Override
    public Optional<ByteBuffer> receive() throws InterruptedException {
        step();
        spoil();
        return in.take().map(this::lend);
    }

    /// A node's channel uses its buffer again for the next message, so what was lent is worth
    /// nothing now.
    private void spoil() {
        Arrays.fill(lent, (byte) 0xEE);
    }

    private ByteBuffer lend(ByteBuffer message) {
        lent = new byte[message.remaining()];
        message.get(lent);
        received.addAndGet(lent.length);
        return ByteBuffer.wrap(lent);
    }

    /// Whether this is the operation that goes wrong.
    private boolean step() throws InterruptedException {
        boolean now = operations.incrementAndGet() == fault.operation();
        if (now && fault.kind() == Fault.Kind.DISCONNECT) {
            throw new Fault.Died();
        }
        if (now && fault.kind() == Fault.Kind.CANCEL) {
            Thread.currentThread().interrupt();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return now;
    }

    @Override
    public void closeSending() {
        out.close();
    }

    @Override
    public long bytesSent() {
        return sent.get();
    }

    @Override
    public long bytesReceived() {
        return received.get();
    }
}
