package io.databourse.node.child;

import java.nio.file.Path;

/// The child process of one job.
///
/// Its only argument is the node's socket. It has no environment, and lives no longer than its
/// node.
public final class Main {
    /// The exit code of a JVM that ran out of memory, with `-XX:+ExitOnOutOfMemoryError`.
    public static final int OUT_OF_MEMORY = 3;

    private Main() {}

    static void main(String[] arguments) throws Exception {
        ChildRun.connect(Path.of(arguments[0])).run();
        // A program may have left threads behind; they end with the process.
        System.exit(0);
    }
}
