package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Room;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A worker in its room.
///
/// @param place where it sees files
/// @param power what its engine may use
/// @param started as [System#nanoTime] counts
/// @param longest its room ends so long after it was started
public record Worker(Room room, Place place, Power power, long started, Duration longest)
        implements AutoCloseable {

    /// A folder of the host whose files the worker can read.
    ///
    /// @param inside the folder's path inside the room
    /// @param removal removes the folder
    public record Place(Path folder, Path inside, Runnable removal) {}

    /// @param memoryMegabytes less than the room's limit by what the JVM takes
    public record Power(int threads, int memoryMegabytes) {}

    /// Itself, once it has said that it waits for a request.
    ///
    /// @throws IOException if it ends before; then it is closed
    Worker ready() throws IOException {
        try {
            // Unbuffered: what follows is for the reader of the answer.
            if (new DataInputStream(room.output()).readInt() == Wire.READY) {
                return this;
            }
        } catch (IOException e) {
            Failure failure = ended();
            close();
            throw new IOException("a worker ended before it was ready: " + failure, e);
        }
        close();
        throw new IOException("a worker said something else than that it is ready");
    }

    /// Why it ended.
    Failure ended() {
        try {
            return switch (room.end().reason()) {
                case MEMORY_LIMIT -> Failure.MEMORY;
                case TIME_LIMIT -> Failure.TIME;
                case OUTPUT_LIMIT -> Failure.TOO_LARGE;
                case EXITED, PROCESS_LIMIT, KILLED, NOT_STARTED -> Failure.ENGINE;
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failure.ENGINE;
        }
    }

    /// Whether less than half of its time is left.
    boolean isOld() {
        return System.nanoTime() - started > longest.toNanos() / 2;
    }

    @Override
    public void close() {
        try {
            room.close();
        } finally {
            place.removal().run();
        }
    }
}
