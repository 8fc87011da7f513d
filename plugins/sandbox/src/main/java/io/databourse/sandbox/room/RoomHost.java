package io.databourse.sandbox.room;

import java.nio.file.Path;
import java.util.Optional;

/// Where and as whom rooms run on this machine.
///
/// @param state a folder of the node for images and staged inputs; its path can be seen by jobs
/// @param cgroup the control group under which each room gets one of its own, as a path below the
///   hierarchies' mount points; without it the node's own (or, for root, `/databourse`)
/// @param serviceUid the user, and group, that jobs run as when the node itself is root
public record RoomHost(Path state, Optional<String> cgroup, int serviceUid) {
    /// System property, see [#cgroup].
    public static final String CGROUP = "databourse.room.cgroup";

    /// System property, see [#serviceUid].
    public static final String SERVICE_UID = "databourse.room.uid";

    /// In the range that Debian leaves to local use by agreement, so that no account has it.
    public static final int STANDARD_UID = 64_990;

    public RoomHost {
        state = state.toAbsolutePath().normalize();
        if (serviceUid < 1) {
            throw new IllegalArgumentException("jobs cannot run as user " + serviceUid);
        }
        if (cgroup.isPresent() && !cgroup.get().matches("(/[A-Za-z0-9_.@:\\\\-]+)+")) {
            throw new IllegalArgumentException("not a control group: " + cgroup.get());
        }
    }

    /// System property, see [#state].
    public static final String STATE = "databourse.room.state";

    /// All as the system properties say; the state is kept in `/var/lib/databourse/room` for root
    /// and in `~/.local/state/databourse/room` for others if they say nothing.
    public static RoomHost standard() {
        var home = Path.of(System.getProperty("user.home", "/"));
        var usual =
                home.isAbsolute() && !home.equals(Path.of("/root"))
                        ? home.resolve(".local/state/databourse/room")
                        : Path.of("/var/lib/databourse/room");
        return of(Path.of(System.getProperty(STATE, usual.toString())));
    }

    /// With what the system properties say, but a state folder of the caller's.
    public static RoomHost of(Path state) {
        return new RoomHost(
                state,
                Optional.ofNullable(System.getProperty(CGROUP)),
                Integer.getInteger(SERVICE_UID, STANDARD_UID));
    }
}
