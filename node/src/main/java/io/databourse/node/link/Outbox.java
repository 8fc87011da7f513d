package io.databourse.node.link;

import io.databourse.crypto.Ids;
import io.databourse.crypto.PrivateFile;
import io.databourse.node.Json;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// What the exchange must get to know, kept on disk until it has said that it does. The exchange
/// ignores what it gets twice, so sending again after a crash is safe.
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Outbox.class.getName());

    private static final int LOOK_MILLIS = 250;

    /// Where reviewers' decisions go.
    public static final String REVIEWS = "/reviews";

    private static final String NOT_TAKEN = "not-taken";

    private final Path folder;
    private final ExchangeClient client;
    private final AtomicLong sequence = new AtomicLong();
    private final Semaphore filled = new Semaphore(1);
    private final Thread sender;

    Outbox(Path folder, ExchangeClient client) throws IOException {
        PrivateFile.createDirectories(folder);
        this.folder = folder;
        this.client = client;
        for (var file : files()) {
            sequence.accumulateAndGet(number(file), Math::max);
        }
        this.sender = Thread.ofVirtual().name("outbox").start(this::send);
    }

    /// Keeps a message from another part of the program, or from another process of this home: the
    /// one that serves finds it soon.
    public static void drop(Path folder, String path, String body) throws IOException {
        PrivateFile.createDirectories(folder);
        var json = Json.object().put("path", path).put("body", body);
        PrivateFile.write(
                folder.resolve(Ids.next("dropped") + ".json"),
                Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    /// Keeps the message and returns; it is sent as soon as the exchange can be reached.
    void put(String path, String body) {
        var json = Json.object().put("path", path).put("body", body);
        var name = String.format("%016d.json", sequence.incrementAndGet());
        try {
            PrivateFile.write(
                    folder.resolve(name), Json.write(json).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        filled.release();
    }

    /// The paths of what was not acknowledged yet.
    Set<String> paths() throws IOException {
        return files().stream()
                .flatMap(file -> read(file).stream())
                .map(message -> message.text("path"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static java.util.Optional<Json> read(Path file) {
        try {
            return java.util.Optional.of(Json.parse(Files.readString(file), "message"));
        } catch (IOException | IllegalArgumentException _) {
            return java.util.Optional.empty();
        }
    }

    private void send() {
        var backoff = new Backoff();
        try {
            while (true) {
                // What other processes have dropped is looked for now and then.
                var _ = filled.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                var _ = filled.drainPermits();
                while (!sendAll()) {
                    backoff.pause();
                }
                backoff.reset();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the outbox cannot be read", e);
        }
    }

    /// Whether the outbox is empty now. The order is kept, so one that must wait holds up the rest.
    private boolean sendAll() throws IOException, InterruptedException {
        for (var file : files()) {
            var message = read(file);
            try {
                if (message.isPresent()) {
                    client.post(message.get().text("path"), message.get().text("body"));
                }
            } catch (ExchangeClient.RejectedException e) {
                if (!e.isFinal()) {
                    return false;
                }
                LOG.log(
                        Level.WARNING,
                        "not taken: {0}: {1}",
                        message.map(each -> each.text("path")).orElse(""),
                        e.getMessage());
                message.ifPresent(each -> keep(file, each, String.valueOf(e.getMessage())));
            } catch (IOException _) {
                return false;
            }
            Files.deleteIfExists(file);
        }
        return true;
    }

    /// A decision that the exchange does not know of is somebody's to look into, so it is not
    /// deleted; answers and reports speak of jobs that are over.
    private void keep(Path file, Json message, String why) {
        if (!message.text("path").equals(REVIEWS)) {
            return;
        }
        try {
            var kept = Json.object().put("path", REVIEWS).put("why", why);
            kept.put("body", message.text("body"));
            PrivateFile.createDirectories(folder.resolve(NOT_TAKEN));
            PrivateFile.write(
                    folder.resolve(NOT_TAKEN).resolve(String.valueOf(file.getFileName())),
                    Json.write(kept).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Reviews that the exchange has refused, and what it said; oldest first.
    public static List<String> notTaken(Path folder) throws IOException {
        var refused = folder.resolve(NOT_TAKEN);
        if (!Files.isDirectory(refused)) {
            return List.of();
        }
        try (var files = Files.list(refused)) {
            return files.sorted()
                    .flatMap(file -> read(file).stream())
                    .map(Outbox::summary)
                    .toList();
        }
    }

    private static String summary(Json kept) {
        var review = Json.parse(Json.parse(kept.text("body"), "body").text("document"), "review");
        return review.text("decision")
                + " of "
                + review.find("jobId").or(() -> review.find("algorithm")).orElse("?")
                + ": "
                + kept.text("why");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("(\\d{16}|dropped.*)\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private static long number(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith("dropped") ? 0 : Long.parseLong(name.substring(0, 16));
    }

    @Override
    public void close() {
        sender.interrupt();
    }
}
