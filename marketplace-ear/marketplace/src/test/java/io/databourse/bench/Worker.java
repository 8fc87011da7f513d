package io.databourse.bench;

import io.databourse.harness.FaultPoints.Point;
import io.databourse.metering.CallRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A [FaultWorker] in a process of its own.
final class Worker {
    private final Process process;
    private final Thread reading;

    /// @param dies where it ends itself, as if it were killed there
    Worker(int port, Trade trade, WorkersCalls calls, Optional<Point> dies) throws IOException {
        process = start(port, dies);
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

    private static Process start(int port, Optional<Point> dies) throws IOException {
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
        dies.ifPresent(point -> command.addAll(List.of(point.moment().name(), point.statement())));
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
}
