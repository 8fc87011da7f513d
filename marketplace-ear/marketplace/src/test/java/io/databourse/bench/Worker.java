package io.databourse.bench;

import io.databourse.harness.FaultPoints.Point;
import io.databourse.metering.CallRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A [FaultWorker] in a process of its own.
final class Worker {
    /// What becomes of a worker.
    sealed interface Ending {
        /// Others decide.
        record Open() implements Ending {}

        /// It ends itself at a point, as if it were killed there.
        record Dies(Point point) implements Ending {}

        /// It stands still at a point until it is told to go on.
        record Freezes(Point point) implements Ending {}
    }

    private final Process process;
    private final Thread reading;

    Worker(int port, Trade trade, WorkersCalls calls, Ending ending) throws IOException {
        process = start(port, ending);
        try (Writer in = process.outputWriter()) {
            for (var contract : trade.contracts()) {
                in.write("contract " + contract + "\n");
            }
            for (CallRecord call : calls.open()) {
                in.write(FaultWorker.line(call) + "\n");
            }
        }
        reading = Thread.ofVirtual().start(() -> read(calls));
    }

    private static Process start(int port, Ending ending) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx512m",
                                "-Dbourse.exchange.dir="
                                        + System.getProperty("bourse.exchange.dir"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                MoneyBench.class.getName(),
                                "faults/worker",
                                String.valueOf(port)));
        command.addAll(
                switch (ending) {
                    case Ending.Open() -> List.<String>of();
                    case Ending.Dies(Point at) -> FaultWorker.dies(at);
                    case Ending.Freezes(Point at) -> FaultWorker.freezes(at);
                });
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void read(WorkersCalls calls) {
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(calls::note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By its handle: what the worker said before its end is still to be read.
    void kill() throws InterruptedException {
        if (!process.toHandle().destroyForcibly()) {
            throw new IllegalStateException("the worker does not die");
        }
        process.waitFor();
        reading.join();
    }

    /// Waits for it to end itself.
    void requireEnd(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("the worker never came to where it was to die");
        }
        if (process.exitValue() != FaultWorker.DIED) {
            throw new IllegalStateException("the worker failed: " + process.exitValue());
        }
        reading.join();
    }

    /// Waits for it to stand still.
    void requireFrozen(Duration within) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!isFrozen()) {
            if (!process.isAlive() || System.nanoTime() - begin > within.toNanos()) {
                kill();
                throw new IllegalStateException("the worker never came to where it was to freeze");
            }
            Thread.sleep(50);
        }
    }

    /// As `/proc/PID/stat` says after the name, so on Linux only.
    private boolean isFrozen() throws IOException {
        Path stat = Path.of("/proc/" + process.pid() + "/stat");
        return process.isAlive() && Files.readString(stat).contains(") T ");
    }

    void thaw() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-CONT", String.valueOf(process.pid())).start().waitFor();
    }
}
