package io.databourse.node;

import io.databourse.crypto.Pem;
import io.databourse.node.link.FakeExchange;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/// Home folders of nodes that belong to an exchange in memory, and the nodes that run in them.
public final class NodeHomes {
    private static final long PATIENCE = 120_000;

    private final Path folder;
    private final Path plugins;
    private final FakeExchange exchange;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<Path, Thread> running = new HashMap<>();

    public NodeHomes(Path folder, Path plugins, FakeExchange exchange) {
        this.folder = folder;
        this.plugins = plugins;
        this.exchange = exchange;
    }

    /// Writes a home.
    ///
    /// @param name the folder, and the node's name
    /// @param keys of the configuration, beside those that every node has
    public Path make(String name, String keys) throws IOException {
        var home = Files.createDirectories(folder.resolve(name));
        int port = freePort();
        ports.put("node-" + name, port);
        Files.writeString(home.resolve("ca.pem"), Pem.of(exchange.keys.channelCa().certificate()));
        Files.writeString(home.resolve("token"), "token\n");
        Files.writeString(
                home.resolve("node.properties"),
                """
                name=%s
                exchange.url=%s
                exchange.ca=ca.pem
                join.token.file=token
                channel.host=localhost
                channel.port=%d
                plugins.dir=%s
                source.memory.megabytes=128
                %s
                """
                        .formatted(name, exchange.url(), port, plugins, keys));
        return home;
    }

    /// Below those that the system gives to whoever asks for any, so that nobody is given it before
    /// its user comes.
    public static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (BindException _) {
                // Taken; another one.
            }
        }
    }

    /// Where the other nodes of a job reach this one.
    ///
    /// @param nodeId such as `node-bank`
    public String endpoint(String nodeId) {
        return "localhost:" + Objects.requireNonNull(ports.get(nodeId));
    }

    public void start(Path home) {
        var node = new Node(NodeConfig.read(home));
        running.put(
                home,
                Thread.ofPlatform()
                        .name("node-" + home.getFileName())
                        .start(() -> {
                            try {
                                node.run();
                            } catch (InterruptedException _) {
                                // Stopped by the test.
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        }));
    }

    public void stop(Path home) throws InterruptedException {
        var thread = Objects.requireNonNull(running.remove(home));
        thread.interrupt();
        thread.join(PATIENCE);
        if (thread.isAlive()) {
            throw new AssertionError(thread.getName() + " does not stop");
        }
    }

    public void stopAll() throws InterruptedException {
        for (var home : List.copyOf(running.keySet())) {
            stop(home);
        }
    }
}
