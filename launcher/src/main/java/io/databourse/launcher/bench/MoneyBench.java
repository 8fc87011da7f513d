package io.databourse.launcher.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The stages that count and charge: their beans on an own PostgreSQL, without WildFly, in a JVM of
/// their own. A figure's baseline is plain SQL of the same run.
final class MoneyBench {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;

    MoneyBench(Settings settings) {
        this.settings = settings;
    }

    List<Figure> run(String bench, String kase) {
        Path log = settings.home().log("bench");
        try {
            Process process =
                    new ProcessBuilder(command(bench + "/" + kase))
                            .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Fault("the benchmark did not come to an end", log);
            }
            List<Figure> figures = new ArrayList<>();
            for (String line : output.lines().filter(each -> each.startsWith("{")).toList()) {
                figures.add(figure(bench, kase, line));
            }
            return figures;
        } catch (IOException e) {
            throw new Fault("the benchmark cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted", e);
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

    private static Figure figure(String bench, String kase, String line)
            throws JsonProcessingException {
        JsonNode measured = JSON.readTree(line);
        Figure figure =
                Figure.of(
                        bench,
                        kase,
                        measured.path("metric").asText(),
                        measured.path("unit").asText(),
                        new Samples(measured.path("value").asDouble()));
        JsonNode baseline = measured.path("baseline");
        return baseline.isNumber() ? figure.beside(baseline.asDouble()) : figure;
    }
}
