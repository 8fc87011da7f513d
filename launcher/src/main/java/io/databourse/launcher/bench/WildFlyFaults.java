package io.databourse.launcher.bench;

import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The whole exchange in WildFly, killed at statements of its own: the system's crash test with all
/// the points it knows. It fails where a job is lost, ends twice or is charged twice.
final class WildFlyFaults {
    private static final String TEST =
            "CrashTest#a_job_ends_once_and_is_charged_once_at_a_statement";
    private static final Pattern RUN = Pattern.compile("Tests run: (\\d+), .* -- in .*CrashTest");

    private final Settings settings;

    WildFlyFaults(Settings settings) {
        this.settings = settings;
    }

    List<Figure> run(String kase) {
        Path log = settings.home().log("bench");
        long begin = System.nanoTime();
        try {
            int exit =
                    new ProcessBuilder(
                                    settings.root().resolve("mvnw").toString(),
                                    "-ntp",
                                    "-B",
                                    "-pl",
                                    "it",
                                    "-am",
                                    "verify",
                                    "-Dtest=" + TEST,
                                    "-Dsurefire.failIfNoSpecifiedTests=false",
                                    "-Ddatabourse.points=all")
                            .directory(settings.root().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new Fault("the exchange did not stand all kills", log);
            }
            Matcher run = RUN.matcher(Files.readString(log, StandardCharsets.UTF_8));
            if (!run.find()) {
                throw new Fault("no kill was tried", log);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return List.of(
                    figure(kase, "kills", "", Double.parseDouble(run.group(1))),
                    figure(kase, "took_s", "s", seconds));
        } catch (IOException e) {
            throw new Fault("the benchmark cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted", e);
        }
    }

    private static Figure figure(String kase, String metric, String unit, double value) {
        return Figure.of("faults", kase, metric, unit, new Samples(value));
    }
}
