package io.databourse.sandbox.room;

import java.nio.file.Path;

/// A file or folder of the host that a room sees, read-only.
///
/// The host's path can be read by the job (`/proc/self/mountinfo`), so it should say nothing: see
/// [RoomLauncher#stage].
///
/// @param room the absolute path inside the room, not above or at one of the image's folders
public record ReadOnly(Path host, String room) {
    public ReadOnly {
        host = host.toAbsolutePath().normalize();
        if (!room.matches("(/[A-Za-z0-9_.-]+)+") || room.contains("/..")) {
            throw new IllegalArgumentException("not a path inside a room: " + room);
        }
    }
}
