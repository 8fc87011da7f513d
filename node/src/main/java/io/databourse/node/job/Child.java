package io.databourse.node.job;

import io.databourse.node.Folders;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A child's process and the socket at which it meets its node.
final class Child implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Child.class.getName());

    private final Path folder;
    private final ServerSocketChannel server;
    private final Process process;
    private final CompletableFuture<SocketChannel> first = new CompletableFuture<>();

    private Child(Path folder, ServerSocketChannel server, Process process) {
        this.folder = folder;
        this.server = server;
        this.process = process;
    }

    interface Start {
        Process at(Path socket) throws IOException;
    }

    static Child start(Start start) throws IOException {
        var folder = Files.createTempDirectory("bourse");
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            var socket = folder.resolve("s");
            server.bind(UnixDomainSocketAddress.of(socket));
            var child = new Child(folder, server, start.at(socket));
            Thread.ofVirtual().name("child-listener").start(child::awaitFirst);
            return child;
        } catch (IOException e) {
            server.close();
            Folders.delete(folder);
            throw e;
        }
    }

    Process process() {
        return process;
    }

    private void awaitFirst() {
        try {
            first.complete(server.accept());
        } catch (IOException e) {
            first.completeExceptionally(e);
        }
    }

    /// Whether it has come to its socket, and so is ready for a job.
    boolean isReady() {
        return process.isAlive() && first.isDone() && !first.isCompletedExceptionally();
    }

    /// Done as soon as it is ready, or has ended before.
    CompletableFuture<Void> ready() {
        return CompletableFuture.anyOf(first, process.onExit()).thenRun(() -> {});
    }

    /// What it has used so far.
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Serves each of its connections on a thread of its own, from the first on.
    void listen(Consumer<SocketChannel> service) {
        var _ =
                first.thenAccept(channel -> {
                    serve(channel, service);
                    Thread.ofVirtual().name("child-listener").start(() -> acceptMore(service));
                });
    }

    private void acceptMore(Consumer<SocketChannel> service) {
        try {
            while (true) {
                serve(server.accept(), service);
            }
        } catch (IOException _) {
            // Closed with the run.
        }
    }

    private static void serve(SocketChannel channel, Consumer<SocketChannel> service) {
        Thread.ofVirtual().name("child").start(() -> service.accept(channel));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            server.close();
            if (first.isDone() && !first.isCompletedExceptionally()) {
                first.join().close();
            }
            Folders.delete(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a socket was left behind: {0}", e.getMessage());
        }
    }
}
