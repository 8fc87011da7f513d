package io.databourse.sandbox.room;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// A room's process, pipes and control group.
final class RunningRoom implements Room {
    private static final Pattern INNER = Pattern.compile("\"child-pid\": *([0-9]+)");
    private static final Pattern ENDED = Pattern.compile("\"exit-code\": *[0-9]+");
    private static final Duration REAPING = Duration.ofMillis(500);

    private final RoomLauncher launcher;
    private final Limits limits;
    private final Process process;
    private final Cgroup group;
    private final Path status;
    private final AtomicReference<Optional<Reason>> killedFor =
            new AtomicReference<>(Optional.empty());
    private final CappedInput output;
    private final CompletableFuture<byte[]> errors = new CompletableFuture<>();
    private final CompletableFuture<RoomEnd> ended = new CompletableFuture<>();
    private volatile long began;
    private volatile Optional<Thread> clock = Optional.empty();

    RunningRoom(RoomLauncher launcher, Limits limits, Process process, Cgroup group, Path status) {
        this.launcher = launcher;
        this.limits = limits;
        this.process = process;
        this.group = group;
        this.status = status;
        this.output =
                new CappedInput(
                        process.getInputStream(),
                        limits.outputBytes(),
                        () -> kill(Reason.OUTPUT_LIMIT));
        Thread.ofVirtual().name("room-errors").start(this::readErrors);
        begin();
        Thread.ofVirtual().name("room-end").start(this::watch);
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public synchronized void rest() {
        clock.ifPresent(Thread::interrupt);
    }

    @Override
    public synchronized void begin() {
        rest();
        began = System.nanoTime();
        clock = Optional.of(Thread.ofVirtual().name("room-clock").start(this::runOut));
    }

    private void runOut() {
        try {
            Thread.sleep(limits.wall());
            kill(Reason.TIME_LIMIT);
        } catch (InterruptedException _) {
            // It rests, has begun anew or has ended.
        }
    }

    @Override
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public RoomEnd end() throws InterruptedException {
        try {
            return ended.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a room was lost", e.getCause());
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill(Reason.KILLED);
        }
        try {
            var _ = ended.join();
        } finally {
            java.lang.ref.Reference.reachabilityFence(launcher);
        }
    }

    private void readErrors() {
        var kept = new ByteArrayOutputStream();
        try (var in =
                new CappedInput(
                        process.getErrorStream(),
                        Limits.ERROR_BYTES,
                        () -> kill(Reason.OUTPUT_LIMIT))) {
            var _ = in.transferTo(kept);
        } catch (IOException _) {
            // The pipe broke: what came until then is all there is.
        }
        errors.complete(kept.toByteArray());
    }

    private void watch() {
        try {
            var _ = process.waitFor();
            rest();
            var wall = Duration.ofNanos(System.nanoTime() - began);
            ended.complete(judge(wall));
        } catch (IOException | InterruptedException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    private RoomEnd judge(Duration wall) throws IOException {
        group.kill();
        var usage = group.usage();
        group.close();
        var state = Files.exists(status) ? Files.readString(status) : "";
        Files.deleteIfExists(status);
        return new RoomEnd(
                reason(usage, state),
                process.exitValue(),
                wall,
                usage.cpuMillis(),
                usage.peakBytes(),
                errors.join(),
                limits);
    }

    private Reason reason(Cgroup.Usage usage, String state) {
        var killed = killedFor.get();
        if (killed.isPresent()) {
            return killed.get();
        }
        if (usage.memoryKills() > 0) {
            return Reason.MEMORY_LIMIT;
        }
        if (usage.refusedProcesses() > 0 && process.exitValue() != 0) {
            return Reason.PROCESS_LIMIT;
        }
        return ENDED.matcher(state).find() ? Reason.EXITED : Reason.NOT_STARTED;
    }

    /// Ends everything. First the room's own process 1, so that bubblewrap still reaps it.
    private void kill(Reason reason) {
        if (!killedFor.compareAndSet(Optional.empty(), Optional.of(reason))) {
            return;
        }
        try {
            var inner = INNER.matcher(Files.exists(status) ? Files.readString(status) : "");
            if (inner.find()) {
                ProcessHandle.of(Long.parseLong(inner.group(1)))
                        .ifPresent(ProcessHandle::destroyForcibly);
                if (process.waitFor(REAPING.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            // Not Process.destroy, which would also close the pipes under their readers.
            process.toHandle().destroyForcibly();
        }
    }
}
