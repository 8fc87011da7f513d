package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Image;
import io.databourse.sandbox.room.ImageKind;
import io.databourse.sandbox.room.Images;
import io.databourse.sandbox.room.ReadOnly;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.RoomUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A Java program as it runs in rooms.
///
/// @param image with a JVM
/// @param binds the files of the class path
/// @param classPath inside the room
/// @param main the class that is started
public record RoomProgram(Image image, List<ReadOnly> binds, List<String> classPath, String main) {
    public RoomProgram {
        binds = List.copyOf(binds);
        classPath = List.copyOf(classPath);
    }

    /// [RoomWorker] with the image of this JVM.
    ///
    /// @throws RoomUnavailable names what the host lacks
    public static RoomProgram worker(RoomHost host) throws IOException, RoomUnavailable {
        return new RoomProgram(
                new Images(host).get(ImageKind.JVM),
                WorkerFiles.of(host),
                WorkerFiles.CLASS_PATH,
                RoomWorker.class.getName());
    }

    List<String> command(List<String> arguments) {
        return command("/usr/lib/jvm/java/bin/java", classPath, main, arguments);
    }

    /// A small JVM: it only carries the engine.
    static List<String> command(
            String java, List<String> classPath, String main, List<String> arguments) {
        var words =
                new ArrayList<>(
                        List.of(
                                java,
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-XX:-CreateCoredumpOnCrash",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                String.join(":", classPath),
                                main));
        words.addAll(arguments);
        return words;
    }
}
