package io.databourse.launcher.bench;

import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The parts of the intersection between two owners, one at a time, with JMH.
final class KernelsBench {

    static final List<String> KERNELS =
            List.of(
                    "tag",
                    "store-encode",
                    "store-decode",
                    "multiply",
                    "hash-and-sort",
                    "aes",
                    "trees",
                    "trees-punctured",
                    "code");

    private final Settings settings;

    KernelsBench(Settings settings) {
        this.settings = settings;
    }

    List<Figure> run(String kernel) {
        Path target = settings.root().resolve("plugins/mpc/target");
        try {
            List<String> command =
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx128m",
                            "-Djmh.ignoreLock=true",
                            "-cp",
                            target.resolve("classes")
                                    + ":"
                                    + target.resolve("test-classes")
                                    + ":"
                                    + Files.readString(target.resolve("bench.classpath")).strip(),
                            "io.databourse.mpc.KernelBench",
                            kernel);
            return ChildBench.run("kernels", kernel, command, settings.home().log("bench"));
        } catch (IOException e) {
            throw new Fault("the benchmark cannot be run", e);
        }
    }
}
