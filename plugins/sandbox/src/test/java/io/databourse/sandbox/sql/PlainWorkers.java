package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.Reason;
import io.databourse.sandbox.room.Room;
import io.databourse.sandbox.room.RoomEnd;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The worker as an ordinary process: what is tested with it is the worker, not the walls.
final class PlainWorkers implements Workers {
    final AtomicInteger started = new AtomicInteger();
    private final Work work;
    private final Path folder;
    private final Duration longest;

    PlainWorkers(Work work, Path folder, Duration longest) {
        this.work = work;
        this.folder = folder;
        this.longest = longest;
    }

    @Override
    public Worker start() throws IOException {
        Path own = Files.createDirectory(folder.resolve("worker-" + started.incrementAndGet()));
        List<String> command =
                RoomProgram.command(
                        System.getProperty("java.home") + "/bin/java",
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
                        RoomWorker.class.getName(),
                        List.of(work.name(), "2", "512"));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var room = new PlainRoom(process, longest);
        return new Worker(room, new Worker.Place(own, own), room::close).ready();
    }

    private record PlainRoom(Process process, Duration longest) implements Room {
        private static void kill(Process process, Duration longest) {
            try {
                if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        }

        @Override
        public OutputStream input() {
            return process.getOutputStream();
        }

        @Override
        public InputStream output() {
            return process.getInputStream();
        }

        @Override
        public void rest() {}

        @Override
        public void begin() {
            Thread.ofVirtual().start(() -> kill(process, longest));
        }

        @Override
        public boolean isRunning() {
            return process.isAlive();
        }

        @Override
        public RoomEnd end() throws InterruptedException {
            int code = process.waitFor();
            Reason reason = code == 137 ? Reason.TIME_LIMIT : Reason.EXITED;
            return new RoomEnd(reason, code, Duration.ZERO, 0, 0, new byte[0], Limits.standard());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
