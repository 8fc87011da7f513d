package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.Reason;
import io.databourse.sandbox.room.Room;
import io.databourse.sandbox.room.RoomEnd;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The worker as a thread of the test: quick, for what is said over its pipes.
final class ThreadWorkers implements Workers {
    private final Path folder;

    ThreadWorkers(Path folder) {
        this.folder = folder;
    }

    @Override
    public Worker start() throws IOException {
        Path own = Files.createTempDirectory(folder, "worker");
        var requests = new PipedOutputStream();
        var toWorker = new PipedInputStream(requests, 1 << 16);
        var answers = new PipedInputStream(1 << 16);
        var fromWorker = new PipedOutputStream(answers);
        Thread thread = Thread.ofPlatform().daemon().start(() -> serve(toWorker, fromWorker));
        var room = new ThreadRoom(requests, answers, thread);
        return new Worker(room, new Worker.Place(own, own), room::close).ready();
    }

    private static void serve(InputStream in, OutputStream out) {
        try (in;
                out) {
            RoomWorker.query(in, out, 1, 512);
        } catch (IOException e) {
            // The test has gone away.
            return;
        }
    }

    private record ThreadRoom(OutputStream input, InputStream output, Thread thread)
            implements Room {
        @Override
        public void rest() {}

        @Override
        public void begin() {}

        @Override
        public boolean isRunning() {
            return thread.isAlive();
        }

        @Override
        public RoomEnd end() throws InterruptedException {
            thread.join();
            return new RoomEnd(
                    Reason.EXITED, 0, Duration.ZERO, 0, 0, new byte[0], Limits.standard());
        }

        @Override
        public void close() {
            try {
                input.close();
                thread.join(10_000);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
