package io.databourse.node.job;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How far a child process is shut in, beyond having no environment and no keys.
public enum Isolation {
    /// It has no network at all: a user and network namespace of its own (Linux, `unshare`).
    NO_NETWORK("no network namespace", "unshare --user --map-current-user --net"),
    /// The host does not allow that.
    NONE("none", "");

    private static final long PROBE_SECONDS = 5;

    private final String text;
    private final String prefix;

    Isolation(String text, String prefix) {
        this.text = text;
        this.prefix = prefix;
    }

    /// What comes before the command.
    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
    }

    /// Tries what this host allows.
    public static Isolation probe() {
        var command = new java.util.ArrayList<>(NO_NETWORK.prefix());
        command.add("true");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return NO_NETWORK;
            }
            process.destroyForcibly();
        } catch (IOException _) {
            return NONE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return NONE;
    }

    @Override
    public String toString() {
        return text;
    }
}
