package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Room;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;

/// A worker in its room.
///
/// @param place where it sees files
/// @param end what closing it does: ends the room and removes its folder
public record Worker(Room room, Place place, Runnable end) implements AutoCloseable {

    /// A folder of the host whose files the worker can read.
    ///
    /// @param inside the folder's path inside the room
    public record Place(Path folder, Path inside) {}

    /// Itself, once it has said that it waits for a request. From then on its time stands still.
    ///
    /// @throws IOException if it ends before; then it is closed
    Worker ready() throws IOException {
        try {
            // Unbuffered: what follows is for the reader of the answer.
            if (new DataInputStream(room.output()).readInt() == Wire.READY) {
                room.rest();
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

    /// Why it ended, or ends: one that still waits hears that nothing comes.
    Failure ended() {
        try {
            room.input().close();
        } catch (IOException _) {
            // It has ended already.
        }
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

    @Override
    public void close() {
        end.run();
    }
}
