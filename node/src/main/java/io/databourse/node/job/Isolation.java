package io.databourse.node.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How far a child process is shut in, beyond having no environment and no keys.
public enum Isolation {
    /// It has no network at all: a user and network namespace of its own (Linux, `unshare`).
    NO_NETWORK("no network namespace"),
    /// The same for a node that is root. A second user is known in the namespace, so that what the
    /// child starts need not be root: a room's jobs run as that user.
    NO_NETWORK_FOR_ROOT("no network namespace"),
    /// The host does not allow that.
    NONE("none");

    /// Only a process outside of a user namespace may say whom it knows, so one in the background
    /// does, while this one goes in and waits for it.
    private static final String TWO_USERS =
            """
            room=$1; shift
            map="0 0 1
            $room $room 1
            "
            (tries=0
            until printf %s "$map" > /proc/$$/uid_map; do
              tries=$((tries + 1)); [ $tries -lt 1000 ] || exit 1; sleep 0.003
            done
            printf %s "$map" > /proc/$$/gid_map) 2>/dev/null &
            exec unshare --user --net /bin/sh -c '
              tries=0
              until read -r _ < /proc/self/gid_map; do
                tries=$((tries + 1)); [ $tries -lt 1000 ] || exit 1; sleep 0.003
              done
              unset PWD
              exec "$@"' sh "$@"
            """;

    private static final long PROBE_SECONDS = 5;

    private final String text;

    Isolation(String text) {
        this.text = text;
    }

    /// See `RoomHost` in the sandbox plugin.
    private static String roomUser() {
        return System.getProperty("databourse.room.uid", "64990");
    }

    /// What comes before the command.
    List<String> prefix() {
        return switch (this) {
            case NO_NETWORK -> List.of("unshare", "--user", "--map-current-user", "--net");
            case NO_NETWORK_FOR_ROOT -> List.of("/bin/sh", "-c", TWO_USERS, "sh", roomUser());
            case NONE -> List.of();
        };
    }

    /// Tries what this host allows.
    public static Isolation probe() {
        var wanted = isRoot() ? NO_NETWORK_FOR_ROOT : NO_NETWORK;
        return wanted.works() ? wanted : NONE;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    private boolean works() {
        var command = new ArrayList<>(prefix());
        command.add("true");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
