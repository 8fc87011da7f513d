package io.databourse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between the exchange and its database. When it is armed, the answer to the next commit is
/// lost: the database has committed, and the exchange does not know.
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(int target) throws IOException {
        this.target = target;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void arm() {
        armed.set(true);
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pump(client, server, _ -> true));
                Thread.ofVirtual().start(() -> answer(server, client));
            } catch (IOException closed) {
                // The database is down: whoever dialled is told by the closed connection.
            }
        }
    }

    private void answer(Socket server, Socket client) {
        pump(
                server,
                client,
                bytes -> {
                    if (isCommitted(bytes) && armed.compareAndSet(true, false)) {
                        cuts.incrementAndGet();
                        return false;
                    }
                    return true;
                });
    }

    /// What the server says when a commit is done.
    private static boolean isCommitted(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("COMMIT\0");
    }

    private static void pump(Socket from, Socket to, Filter filter) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[65_536];
            int count = in.read(buffer);
            while (count > 0 && filter.passes(Arrays.copyOf(buffer, count))) {
                out.write(buffer, 0, count);
                out.flush();
                count = in.read(buffer);
            }
        } catch (IOException over) {
            // One side is gone; the other is closed with it.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private interface Filter {
        boolean passes(byte[] bytes);
    }
}
