package io.databourse.node.job;

import io.databourse.node.child.Frame;
import io.databourse.node.child.FrameKind;
import io.databourse.node.child.Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;

/// An accepted connection to another party's node. It gives a sign of life every few seconds, and
/// takes the peer for lost when it hears nothing for several times as long. Each sign says whether
/// there is work in progress behind it, so that a program may wait for another one's work as long
/// as that takes, and no longer.
final class PeerLink implements AutoCloseable {
    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSING_BEATS = 4;
    private static final byte[] IDLE = {};
    private static final byte[] WORKING = {1};
    private static final int FRAME_HEADER = 5;

    private final SSLSocket socket;
    private final Frames frames;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final Duration heartbeat;
    private final Thread heart;
    private volatile BooleanSupplier working = () -> false;
    private volatile Runnable whenPeerWorks = () -> {};

    /// Since when nothing has come though somebody listens; 0 while nobody does.
    private volatile long listensSince;

    PeerLink(SSLSocket socket, Frames frames, Duration heartbeat) throws IOException {
        this.socket = socket;
        this.frames = frames;
        this.heartbeat = heartbeat;
        socket.setSoTimeout(Math.toIntExact(patience().toMillis()));
        heart = Thread.ofVirtual().name("heartbeat").start(this::beat);
    }

    private void beat() {
        try {
            while (!socket.isClosed()) {
                Thread.sleep(heartbeat);
                frames.write(FrameKind.HEARTBEAT, working.getAsBoolean() ? WORKING : IDLE);
            }
        } catch (IOException | InterruptedException _) {
            // Whoever reads or writes messages finds out and says so.
        }
    }

    /// What signs of life say from now on, and what is done when one says that the peer works.
    void tell(BooleanSupplier whetherWorking, Runnable whenWorking) {
        working = whetherWorking;
        whenPeerWorks = whenWorking;
    }

    /// The next frame that is for the program.
    Optional<Frame> read() throws IOException {
        while (true) {
            var frame = listen();
            if (frame.isPresent()
                    && frame.get().kind() == FrameKind.HEARTBEAT
                    && frame.get().payload().hasRemaining()) {
                whenPeerWorks.run();
            }
            if (frame.isEmpty() || frame.get().kind() != FrameKind.HEARTBEAT) {
                frame.ifPresent(
                        each -> received.addAndGet(FRAME_HEADER + each.payload().remaining()));
                return frame;
            }
        }
    }

    private Optional<Frame> listen() throws IOException {
        listensSince = System.nanoTime() | 1;
        try {
            return frames.read();
        } finally {
            listensSince = 0;
        }
    }

    /// How long nothing has come from the peer, not even a sign of life.
    Duration silence() {
        long since = listensSince;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /// When a silence is worth telling.
    Duration worrying() {
        return heartbeat.multipliedBy(MISSING_BEATS / 2);
    }

    /// When a silent peer is taken for lost.
    Duration patience() {
        return heartbeat.multipliedBy(MISSING_BEATS);
    }

    void write(FrameKind kind, ByteBuffer payload) throws IOException {
        sent.addAndGet(FRAME_HEADER + payload.remaining());
        frames.write(kind, payload);
    }

    /// Nothing more will be sent; reading goes on. Closing at once could make the network throw
    /// away what the peer has not read yet.
    void finishSending() throws IOException {
        heart.interrupt();
        socket.shutdownOutput();
    }

    long bytesSent() {
        return sent.get();
    }

    long bytesReceived() {
        return received.get();
    }

    @Override
    public void close() {
        heart.interrupt();
        try {
            socket.close();
        } catch (IOException _) {
            // It is of no use any more either way.
        }
    }
}
