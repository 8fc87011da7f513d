package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Room;
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
