package io.databourse.launcher.bench;

import io.databourse.launcher.part.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The plugin for closed rooms, in a JVM of its own. A figure's baseline is the bare tool.
final class SandboxBench {

    private static final String ROWS_OF_A_QUERY = "1000000";
    private static final String MANY_ROWS = "100000000";

    private final Settings settings;

    SandboxBench(Settings settings) {
        this.settings = settings;
    }

    List<Figure> run(String kase) {
        List<String> command = new ArrayList<>(java());
        if (kase.equals("python-empty")) {
            command.add("io.databourse.sandbox.room.RoomBench");
        } else {
            command.add("io.databourse.sandbox.sql.SqlBench");
            command.add(settings.root().resolve(".bourse/bench/sandbox").toString());
            command.add(kase);
            command.add(kase.endsWith("100M") ? MANY_ROWS : ROWS_OF_A_QUERY);
        }
        return ChildBench.run("sandbox", kase, command, settings.home().log("bench"));
    }

    private List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(settings));
    }

    /// The plugin, and of the node's libraries what a node gives to its programs.
    static String classPath(Settings settings) {
        Path root = settings.root();
        Path libraries = root.resolve("node/target/lib");
        return String.join(
                ":",
                root.resolve("plugins/sandbox/target/classes").toString(),
                libraries + "/*",
                libraries + "/duckdb");
    }
}
