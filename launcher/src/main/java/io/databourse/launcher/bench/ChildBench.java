package io.databourse.launcher.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databourse.launcher.part.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A benchmark in a JVM of its own, which prints its figures as lines of JSON.
final class ChildBench {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChildBench() {}

    static List<Figure> run(String bench, String kase, List<String> command, Path log) {
        try {
            Process process =
                    new ProcessBuilder(command)
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

    /// A value with what it may be off by, where the benchmark knows that.
    private static Samples samples(double value, JsonNode error) {
        return error.isNumber()
                ? new Samples(value - error.asDouble(), value, value + error.asDouble())
                : new Samples(value);
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
                        samples(measured.path("value").asDouble(), measured.path("error")));
        JsonNode baseline = measured.path("baseline");
        return baseline.isNumber() ? figure.beside(baseline.asDouble()) : figure;
    }
}
