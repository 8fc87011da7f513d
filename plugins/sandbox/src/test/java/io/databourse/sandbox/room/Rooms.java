package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// What the tests of rooms share. A host that cannot make rooms fails them, and the message says
/// what to install.
final class Rooms {
    private Rooms() {}

    /// As for a node, whose images are good for these tests too: it takes long to make them.
    static RoomHost host() {
        return RoomHost.standard();
    }

    static RoomLauncher launcher() throws RoomUnavailable {
        return RoomLauncher.open(host());
    }

    static Image image(ImageKind kind) throws IOException, RoomUnavailable {
        return new Images(host()).get(kind);
    }

    /// 256 MB, 24 processes, two processors, two minutes, 100 000 bytes, 32 MB of scratch space.
    static Limits limits() {
        return new Limits(256L << 20, 24, 200, Duration.ofMinutes(2), 100_000, 32L << 20);
    }

    static RoomSpec python(String code, Limits limits) throws IOException, RoomUnavailable {
        return new RoomSpec(
                image(ImageKind.PYTHON),
                List.of("/usr/bin/python3", "-S", "-c", code),
                List.of(),
                limits);
    }

    /// What a job wrote, and how it ended.
    record Ran(String output, RoomEnd end) {
        String errors() {
            return new String(end.errors(), StandardCharsets.UTF_8);
        }
    }

    static Ran run(RoomLauncher launcher, RoomSpec spec) throws IOException, InterruptedException {
        try (var room = launcher.start(spec)) {
            room.input().close();
            var output = new String(room.output().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(output, room.end());
        }
    }
}
