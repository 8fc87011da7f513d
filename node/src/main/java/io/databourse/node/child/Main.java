package io.databourse.node.child;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The child process of one job.
///
/// Its first argument is the node's socket. Further ones are the class path of a plugin that it
/// rehearses before it goes there. It has no environment, and lives no longer than its node.
public final class Main {
    /// The exit code of a JVM that ran out of memory, with `-XX:+ExitOnOutOfMemoryError`.
    public static final int OUT_OF_MEMORY = 3;

    /// Where in its folder a child that waits for a job rehearses.
    public static final String REHEARSAL = "rehearsal";

    private Main() {}

    static void main(String[] arguments) throws Exception {
        var plugin = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        var rehearsed =
                plugin.isEmpty()
                        ? Optional.<Rehearsed>empty()
                        : Rehearsed.of(plugin, Path.of(REHEARSAL).toAbsolutePath());
        ChildRun.connect(Path.of(arguments[0]), rehearsed).run();
        // A program may have left threads behind; they end with the process.
        System.exit(0);
    }
}
