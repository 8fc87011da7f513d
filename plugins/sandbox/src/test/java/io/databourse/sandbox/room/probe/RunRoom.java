package io.databourse.sandbox.room.probe;

import io.databourse.sandbox.room.Image;
import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.ReadOnly;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.RoomLauncher;
import io.databourse.sandbox.room.RoomSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A process of its own that starts one room: for tests as another user, and for tests that kill
/// who started it.
///
/// Arguments: image, memory in bytes, wall time in milliseconds, output in bytes, a folder to bind
/// at `/job` or `-`, then the command. The result is one line: reason, exit code, output and errors
/// in Base64.
public final class RunRoom {
    private RunRoom() {}

    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var limits =
                new Limits(
                        Long.parseLong(words.get(1)),
                        24,
                        200,
                        Duration.ofMillis(Long.parseLong(words.get(2))),
                        Long.parseLong(words.get(3)),
                        32L << 20);
        var binds = new ArrayList<ReadOnly>();
        if (!words.get(4).equals("-")) {
            binds.add(new ReadOnly(Path.of(words.get(4)), "/job"));
        }
        var image = new Image(Path.of(words.getFirst()), "", Map.of());
        try (var launcher = RoomLauncher.open(RoomHost.standard());
                var room =
                        launcher.start(
                                new RoomSpec(
                                        image, words.subList(5, words.size()), binds, limits))) {
            room.input().close();
            var output = room.output().readAllBytes();
            var end = room.end();
            var text = Base64.getEncoder();
            System.out.printf(
                    "%s %d =%s =%s%n",
                    end.reason(),
                    end.exitCode(),
                    text.encodeToString(output),
                    text.encodeToString(end.errors()));
        }
    }
}
