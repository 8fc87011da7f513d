package io.databourse.node.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.databourse.node.NodeConfig;
import io.databourse.node.review.ReviewService;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The server of the console. It listens at the loopback address alone, so it is reached from the
/// node's machine or through an SSH tunnel to it.
public final class Console implements Closeable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Console(HttpServer server) {
        this.server = server;
    }

    /// @param port 0 for any
    public static Console open(NodeConfig config, int port, ReviewService reviews, Clock clock)
            throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        var console = new Console(server);
        var desk = new Desk(config, server.getAddress().getPort(), reviews, clock);
        server.createContext("/", exchange -> console.answer(exchange, desk));
        server.setExecutor(console.threads);
        server.start();
        return console;
    }

    private void answer(HttpExchange exchange, Desk desk) throws IOException {
        try (exchange) {
            desk.answer(new Call(exchange));
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
