package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Image;
import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.ReadOnly;
import io.databourse.sandbox.room.RoomLauncher;
import io.databourse.sandbox.room.RoomSpec;
import io.databourse.sandbox.room.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts [RoomWorker] in rooms.
///
/// @param java the JVM's path inside the image
/// @param classPath the plugin's classes, and DuckDB's with its library beside them
public record RoomWorkers(
        RoomLauncher launcher, Image image, String java, List<ReadOnly> classPath, Limits limits)
        implements Workers {
    /// Where the worker sees its files.
    private static final String DATA = "/data";

    /// The JVM's own memory, its heap with it.
    private static final int JVM_MEGABYTES = 320;

    public RoomWorkers {
        classPath = List.copyOf(classPath);
    }

    @Override
    public Worker start() throws IOException {
        Staging staging = launcher.stage();
        try {
            var binds = new ArrayList<>(classPath);
            binds.add(new ReadOnly(staging.folder(), DATA));
            var room = launcher.start(new RoomSpec(image, command(), binds, limits));
            return new Worker(
                    room,
                    new Worker.Place(staging.folder(), Path.of(DATA), staging::close),
                    power(),
                    System.nanoTime(),
                    limits.wall());
        } catch (IOException e) {
            staging.close();
            throw e;
        }
    }

    private Worker.Power power() {
        int megabytes = (int) Math.min(limits.memoryBytes() >> 20, 1 << 20);
        return new Worker.Power(
                Math.max(1, limits.cpuPercent() / 100), Math.max(64, megabytes - JVM_MEGABYTES));
    }

    private List<String> command() {
        return command(java, classPath.stream().map(ReadOnly::room).toList());
    }

    /// A small JVM: it only carries the engine.
    static List<String> command(String java, List<String> classPath) {
        return List.of(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(":", classPath),
                RoomWorker.class.getName());
    }
}
