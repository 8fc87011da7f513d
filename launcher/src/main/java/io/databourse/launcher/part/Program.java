package io.databourse.launcher.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// One detached process: its pid file, its log, and how it is started, awaited and stopped.
public final class Program {

    private static final Duration POLL = Duration.ofMillis(150);

    private final String name;
    private final PidFile pidFile;
    private final Path log;

    Program(String name, Home home) {
        this.name = name;
        this.pidFile = new PidFile(home.run().resolve(name + ".pid"));
        this.log = home.log(name);
    }

    public Path log() {
        return log;
    }

    public Optional<ProcessHandle> process() {
        return pidFile.owned();
    }

    public boolean running() {
        return process().isPresent();
    }

    /// The build that the running program was started from.
    String build() {
        return pidFile.build();
    }

    /// Starts the command in a session of its own, so that neither Ctrl-C nor the end of the
    /// terminal reaches it, with its output in the log. The log of the run before is kept once.
    ///
    /// @param build remembered, to tell later whether the program is the newest
    void start(
            List<String> command, Map<String, String> environment, Path directory, String build) {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            line.add("/usr/bin/setsid");
        }
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        try {
            if (Files.exists(log)) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".before"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            pidFile.write(builder.start().toHandle(), build);
        } catch (IOException e) {
            throw new Fault(name + " cannot be started", e);
        }
    }

    /// Waits until the probe says yes; a fault when the process ends or the time is over.
    void await(BooleanSupplier ready, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            ProcessHandle process =
                    process().orElseThrow(() -> new Fault(name + " ended while starting", log));
            if (System.nanoTime() > end) {
                throw new Fault(name + " was not ready after " + limit.toSeconds() + " s", log);
            }
            ended(process, POLL);
        }
    }

    /// Asks the process to end and ends it by force when it has not after the limit.
    void stop(Duration limit) {
        process()
                .ifPresent(process -> {
                    process.destroy();
                    if (!ended(process, limit)) {
                        process.descendants().forEach(ProcessHandle::destroyForcibly);
                        process.destroyForcibly();
                        ended(process, Duration.ofSeconds(5));
                    }
                });
        pidFile.delete();
    }

    static boolean ended(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("interrupted while waiting").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + process.pid(), e);
        }
    }
}
