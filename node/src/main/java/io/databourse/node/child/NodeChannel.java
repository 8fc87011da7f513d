package io.databourse.node.child;

import io.databourse.plugin.Channel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A channel to another party, as far as the node: it carries the frames on.
final class NodeChannel implements Channel {
    private final String peer;
    private final Frames frames;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private boolean sendingClosed;
    private boolean ended;

    NodeChannel(String peer, Frames frames) {
        this.peer = peer;
        this.frames = frames;
    }

    @Override
    public void send(ByteBuffer message) throws InterruptedException {
        var length = message.remaining();
        if (length > MAX_MESSAGE) {
            throw new IllegalArgumentException("a message of " + length + " bytes");
        }
        if (sendingClosed) {
            throw new IllegalStateException("sending to " + peer + " was closed");
        }
        write(FrameKind.DATA, message);
        sent.addAndGet(length);
    }

    @Override
    public void closeSending() throws InterruptedException {
        if (!sendingClosed) {
            sendingClosed = true;
            write(FrameKind.END, ByteBuffer.allocate(0));
        }
    }

    private void write(FrameKind kind, ByteBuffer payload) throws InterruptedException {
        checkInterrupt();
        try {
            frames.write(kind, payload);
        } catch (ClosedByInterruptException e) {
            throw cancelled(e);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public Optional<ByteBuffer> receive() throws InterruptedException {
        checkInterrupt();
        if (ended) {
            return Optional.empty();
        }
        try {
            var frame = frames.read().orElseThrow(() -> new PeerLostException(peer + " is gone"));
            return switch (frame.kind()) {
                case DATA -> {
                    received.addAndGet(frame.payload().remaining());
                    yield Optional.of(frame.payload());
                }
                case END -> {
                    ended = true;
                    yield Optional.empty();
                }
                default -> throw new PeerLostException(peer + " sent a " + frame.kind());
            };
        } catch (ClosedByInterruptException e) {
            throw cancelled(e);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private static void checkInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the run was cancelled");
        }
    }

    private static InterruptedException cancelled(Exception cause) {
        var _ = Thread.interrupted();
        var cancelled = new InterruptedException("the run was cancelled");
        cancelled.initCause(cause);
        return cancelled;
    }

    private PeerLostException lost(IOException cause) {
        var lost = new PeerLostException(peer + " was lost");
        lost.initCause(cause);
        return lost;
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
