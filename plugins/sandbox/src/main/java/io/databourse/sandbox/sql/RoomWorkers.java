package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.ReadOnly;
import io.databourse.sandbox.room.Room;
import io.databourse.sandbox.room.RoomLauncher;
import io.databourse.sandbox.room.RoomSpec;
import io.databourse.sandbox.room.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts workers in rooms.
///
/// @param program usually [RoomWorker]
public record RoomWorkers(RoomLauncher launcher, RoomProgram program, Work work, Limits limits)
        implements Workers {
    /// Where the worker sees its files.
    private static final String DATA = "/data";

    /// The JVM's own memory, its heap with it.
    private static final int JVM_MEGABYTES = 320;

    @Override
    public Worker start() throws IOException {
        Staging staging = launcher.stage();
        try {
            var binds = new ArrayList<>(program.binds());
            binds.add(new ReadOnly(staging.folder(), DATA));
            var room =
                    launcher.start(
                            new RoomSpec(
                                    program.image(), program.command(arguments()), binds, limits));
            return new Worker(
                            room,
                            new Worker.Place(staging.folder(), Path.of(DATA)),
                            () -> end(room, staging))
                    .ready();
        } catch (IOException e) {
            staging.close();
            throw e;
        }
    }

    private static void end(Room room, Staging staging) {
        try (staging) {
            room.close();
        }
    }

    private List<String> arguments() {
        int megabytes = (int) Math.min(limits.memoryBytes() >> 20, 1 << 20);
        return List.of(
                work.name(),
                Integer.toString(Math.max(1, limits.cpuPercent() / 100)),
                Integer.toString(Math.max(64, megabytes - JVM_MEGABYTES)));
    }
}
