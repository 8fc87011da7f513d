package io.databourse.launcher.part;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/// All programs of one system, started in the order that they need each other.
public final class BourseSystem {

    private static final long LEAST_DISK = 3L << 30;

    private final Settings settings;
    private final BiConsumer<String, String> progress;
    private final PostgresPart postgres;
    private final KeycloakPart keycloak;
    private final ExchangePart exchange;
    private final Map<DemoNode, NodePart> nodes = new EnumMap<>(DemoNode.class);
    private volatile boolean stopping;
    private final List<Part> started = Collections.synchronizedList(new ArrayList<>());

    /// @param progress told the part's name and what has become of it
    public BourseSystem(Settings settings, BiConsumer<String, String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.postgres = new PostgresPart(settings);
        this.keycloak = new KeycloakPart(settings);
        this.exchange =
                new ExchangePart(settings, () -> settings.database().orElseGet(postgres::database));
        for (DemoNode node : DemoNode.values()) {
            nodes.put(node, new NodePart(settings, node));
        }
    }

    /// All parts, those that the others need first.
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (settings.database().isEmpty()) {
            parts.add(postgres);
        }
        parts.addAll(List.of(keycloak, exchange));
        parts.addAll(nodes.values());
        return parts;
    }

    /// Starts what does not run. When a part fails, or the user gives up, what this call started is
    /// stopped again.
    public void up() {
        checkDisk();
        checkPorts();
        settings.remember();
        Thread givenUp = new Thread(this::stopStarted, "given up");
        Runtime.getRuntime().addShutdownHook(givenUp);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            startServers(pool);
            startNodes(pool);
            Runtime.getRuntime().removeShutdownHook(givenUp);
        } catch (CompletionException e) {
            throw e.getCause() instanceof Fault fault ? fault : e;
        }
    }

    /// Starts one node; for the demo, which invites the nodes one by one.
    public void startNode(DemoNode node) {
        try {
            start(Objects.requireNonNull(nodes.get(node)));
        } catch (Fault fault) {
            stopStarted();
            throw fault;
        }
    }

    /// Gives a node a fresh join token and starts it with it.
    public void inviteNode(DemoNode node, String joinToken) {
        Objects.requireNonNull(nodes.get(node)).stop();
        node.invite(settings, joinToken);
        startNode(node);
    }

    private void startServers(ExecutorService pool) {
        var database = CompletableFuture.runAsync(this::startDatabase, pool);
        var identity = CompletableFuture.runAsync(() -> start(keycloak), pool);
        var prepared = CompletableFuture.runAsync(() -> prepare(exchange), pool);
        var trade =
                database.thenCombine(prepared, (_, _) -> exchange)
                        .thenAcceptAsync(this::start, pool);
        try {
            firstFailureOrAll(List.of(database, identity, prepared, trade)).join();
        } catch (CompletionException e) {
            // Before the pool is closed: the other starts end only when their programs do.
            stopStarted();
            throw e;
        }
    }

    private void startNodes(ExecutorService pool) {
        CompletableFuture.allOf(
                        nodes.values().stream()
                                .filter(NodePart::invited)
                                .map(node -> CompletableFuture.runAsync(() -> start(node), pool))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    private static CompletableFuture<Void> firstFailureOrAll(List<CompletableFuture<Void>> all) {
        var result = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
        for (var one : all) {
            var _ =
                    one.exceptionally(failure -> {
                        result.completeExceptionally(failure);
                        return null;
                    });
        }
        return result;
    }

    /// Stops everything, those first that need the others. Returns how many ran.
    public int down() {
        int stopped = 0;
        for (Part part : parts().reversed()) {
            if (part.program().running()) {
                part.stop();
                progress.accept(part.name(), "stopped");
                stopped++;
            }
        }
        return stopped;
    }

    /// Stops what this command started, after a failure.
    public void stopStarted() {
        stopping = true;
        List<Part> mine;
        // A failure and Ctrl-C may come together; each part is stopped by one of them.
        synchronized (started) {
            mine = List.copyOf(started).reversed();
            started.clear();
        }
        for (Part part : mine) {
            part.stop();
            progress.accept(part.name(), "stopped again");
        }
    }

    private void startDatabase() {
        if (settings.database().isEmpty()) {
            start(postgres);
        }
    }

    private void prepare(Part part) {
        if (!part.program().running()) {
            part.prepare();
        }
    }

    private void start(Part part) {
        if (part.program().running() && part.program().build().equals(part.build())) {
            part.program().await(part::healthy, Duration.ofMinutes(4));
            return;
        }
        part.stop();
        long begin = System.nanoTime();
        part.prepare();
        started.add(part);
        part.start();
        if (stopping) {
            part.stop();
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        progress.accept(
                part.name(), "ready at " + part.address() + " after " + took.toSeconds() + " s");
    }

    private void checkDisk() {
        try {
            Files.createDirectories(settings.home().directory());
            FileStore store = Files.getFileStore(settings.home().directory());
            if (store.getUsableSpace() < LEAST_DISK) {
                throw new Fault(
                        "only %d MB are free at %s; 3 GB are needed"
                                .formatted(
                                        store.getUsableSpace() >> 20, settings.home().directory()));
            }
        } catch (IOException e) {
            throw new Fault("cannot use the state folder " + settings.home().directory(), e);
        }
    }

    private void checkPorts() {
        for (Part part : parts()) {
            if (part.program().running()) {
                continue;
            }
            for (PortName name : part.ports()) {
                int port = settings.ports().of(name);
                if (!Probe.free(port)) {
                    throw new Fault(
                            "port %d for %s is taken by another program; free it or set %s"
                                    .formatted(port, part.name(), name.variable()));
                }
            }
        }
    }
}
