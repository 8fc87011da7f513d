package io.databourse.launcher.bench;

import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The stages that count and charge: their beans on an own PostgreSQL, without WildFly, in a JVM of
/// their own. A figure's baseline is plain SQL of the same run.
final class MoneyBench {

    private final Settings settings;

    MoneyBench(Settings settings) {
        this.settings = settings;
    }

    List<Figure> run(String bench, String kase) {
        try {
            List<String> command = command(bench + "/" + kase);
            return ChildBench.run(bench, kase, command, settings.home().log("bench"));
        } catch (IOException e) {
            throw new Fault("the benchmark cannot be run", e);
        }
    }

    private List<String> command(String name) throws IOException {
        Path target = settings.root().resolve("marketplace-ear/marketplace/target");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-Dbourse.fsync=on",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                target.resolve("classes")
                        + ":"
                        + target.resolve("test-classes")
                        + ":"
                        + Files.readString(target.resolve("bench.classpath")).strip(),
                "io.databourse.bench.MoneyBench",
                name);
    }
}
