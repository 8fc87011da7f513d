package io.databourse.sandbox.room;

import java.util.List;

/// One job: what to run, on which image, seeing which files.
///
/// @param command absolute path inside the room, and arguments; they can be read by nobody outside
///   the host, but by everybody on it, so they hold no secret
public record RoomSpec(Image image, List<String> command, List<ReadOnly> binds, Limits limits) {
    public RoomSpec {
        command = List.copyOf(command);
        binds = List.copyOf(binds);
        if (command.isEmpty() || !command.getFirst().startsWith("/")) {
            throw new IllegalArgumentException("not a command inside a room: " + command);
        }
    }
}
