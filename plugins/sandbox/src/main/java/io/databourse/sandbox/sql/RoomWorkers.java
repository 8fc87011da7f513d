package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Image;
import io.databourse.sandbox.room.ImageKind;
import io.databourse.sandbox.room.Images;
import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.ReadOnly;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.RoomLauncher;
import io.databourse.sandbox.room.RoomSpec;
import io.databourse.sandbox.room.RoomUnavailable;
import io.databourse.sandbox.room.Staging;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBDriver;

/// Starts [RoomWorker] in rooms.
///
/// @param java the JVM's path inside the image
/// @param binds the plugin's classes, and DuckDB's with its library
/// @param classPath inside the room
public record RoomWorkers(
        RoomLauncher launcher,
        Image image,
        String java,
        List<ReadOnly> binds,
        List<String> classPath,
        Limits limits)
        implements Workers {
    /// Where the worker sees its files.
    private static final String DATA = "/data";

    private static final String SANDBOX = "/app/sandbox";
    private static final String DUCKDB = "/app/lib/duckdb";

    /// The JVM's own memory, its heap with it.
    private static final int JVM_MEGABYTES = 320;

    public RoomWorkers {
        binds = List.copyOf(binds);
        classPath = List.copyOf(classPath);
    }

    /// With the image of this JVM, and the classes from where this JVM has them: the plugin's jar,
    /// and DuckDB's classes. Where these are a folder, the library is beside it, as in a node.
    ///
    /// @throws RoomUnavailable names what the host lacks
    public static RoomWorkers of(RoomLauncher launcher, RoomHost host, Limits limits)
            throws IOException, RoomUnavailable {
        Path duckdb = source(DuckDBDriver.class);
        var binds = new ArrayList<ReadOnly>();
        binds.add(new ReadOnly(source(RoomWorker.class), SANDBOX));
        binds.add(new ReadOnly(duckdb, DUCKDB));
        if (Files.isDirectory(duckdb)) {
            try (var beside =
                    Files.newDirectoryStream(
                            duckdb.resolveSibling("."), "libduckdb_java.so_linux_*")) {
                beside.forEach(library ->
                        binds.add(new ReadOnly(library, "/app/lib/" + library.getFileName())));
            }
        }
        return new RoomWorkers(
                launcher,
                new Images(host).get(ImageKind.JVM),
                "/usr/lib/jvm/java/bin/java",
                binds,
                List.of(SANDBOX, DUCKDB),
                limits);
    }

    private static Path source(Class<?> type) {
        return Path.of(
                URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toExternalForm()));
    }

    @Override
    public Worker start() throws IOException {
        Staging staging = launcher.stage();
        try {
            var all = new ArrayList<>(binds);
            all.add(new ReadOnly(staging.folder(), DATA));
            var room = launcher.start(new RoomSpec(image, command(java, classPath), all, limits));
            return new Worker(
                            room,
                            new Worker.Place(staging.folder(), Path.of(DATA), staging::close),
                            power(),
                            System.nanoTime(),
                            limits.wall())
                    .ready();
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
