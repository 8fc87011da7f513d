package io.databourse.node.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/// A slow and distant line to a port on this machine: each direction of each connection has a rate
/// and a delay of its own, as between two sites. Bytes wait in a short queue, as in a router, so a
/// sender that is too fast is slowed down.
final class ShapedLink implements AutoCloseable {
    private static final int PIECE = 1 << 14;
    private static final int QUEUED = 64;

    private final ServerSocket listener;
    private final int target;
    private final double nanosPerByte;
    private final long delayNanos;

    /// @param megabits per second
    ShapedLink(int target, int megabits, int delayMillis) throws IOException {
        this.target = target;
        this.nanosPerByte = 8_000.0 / megabits;
        this.delayNanos = 1_000_000L * delayMillis;
        this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("shaped-link").start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var caller = listener.accept();
                var called = new Socket();
                called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
                carry(caller, called);
                carry(called, caller);
            } catch (IOException _) {
                // The caller tries again.
            }
        }
    }

    /// Some bytes that leave the line at a time.
    @SuppressWarnings("ArrayRecordComponent") // equality is not used
    private record Piece(byte[] bytes, int length, long due) {}

    private void carry(Socket from, Socket to) throws IOException {
        from.setTcpNoDelay(true);
        var line = new ArrayBlockingQueue<Piece>(QUEUED);
        Thread.ofPlatform().daemon().name("line-in").start(() -> putIn(from, line));
        Thread.ofPlatform().daemon().name("line-out").start(() -> takeOut(line, to));
    }

    private void putIn(Socket from, BlockingQueue<Piece> line) {
        long free = System.nanoTime();
        try {
            var in = from.getInputStream();
            while (true) {
                var bytes = new byte[PIECE];
                int length = in.read(bytes);
                free = Math.max(free, System.nanoTime());
                free += (long) (Math.max(0, length) * nanosPerByte);
                line.put(new Piece(bytes, length, free + delayNanos));
                if (length < 0) {
                    return;
                }
            }
        } catch (IOException _) {
            end(line);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(BlockingQueue<Piece> line) {
        try {
            line.put(new Piece(new byte[0], -1, System.nanoTime()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void takeOut(BlockingQueue<Piece> line, Socket to) {
        try {
            var out = to.getOutputStream();
            for (var piece = line.take(); piece.length >= 0; piece = line.take()) {
                waitUntil(piece.due);
                out.write(piece.bytes, 0, piece.length);
            }
            to.shutdownOutput();
        } catch (IOException _) {
            drain(line);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nobody listens any more; the other thread must not wait for room.
    private static void drain(BlockingQueue<Piece> line) {
        try {
            for (var piece = line.take(); piece.length >= 0; piece = line.take()) {}
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
