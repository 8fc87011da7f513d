package io.databourse.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// PSI on one machine: two or three nodes with their child processes and real TLS channels, beside
/// DuckDB's plain join of the same two files.
final class PsiBench {

    /// The first job of its kind at each node, for which no process waits.
    static final String COLD = "-cold";

    /// A node runs for months. Where a job is over in seconds, what it costs depends on whether the
    /// node has had others; at larger sizes it does not.
    private static final int EARLIER_JOBS = 4;

    private static final long SMALL = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final Consumer<String> out;
    private final PlainJoin plain;

    PsiBench(Settings settings, Consumer<String> out) {
        this.settings = settings;
        this.out = out;
        this.plain = new PlainJoin(settings.home().directory().resolve("bench"));
    }

    /// What a row costs in sets of four times the size, and so on: it should not rise.
    List<Figure> growth(String kase) {
        List<Figure> figures = new ArrayList<>();
        for (int bits = 16; bits <= 24; bits += 2) {
            figures.addAll(run(kase + "-2^" + bits, 1L << bits, 1));
        }
        return figures;
    }

    /// Runs a case.
    ///
    /// @param kase `proxy-…` or `distributed-…`; with `shaped` in it, over a line of 100 Mbit/s and
    ///   10 ms each way
    List<Figure> run(String kase, long rows, int times) {
        plain.makeFiles(rows);
        // The first query of a process also loads DuckDB's library.
        plain.join(rows);
        out.accept(
                "%s: %d rows a side, half of them common, %d run(s)".formatted(kase, rows, times));
        List<JsonNode> runs = new ArrayList<>();
        List<PlainJoin.Run> joins = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            PlainJoin.Run join = plain.join(rows);
            JsonNode run = parties(kase, rows);
            check(run, join.rows());
            joins.add(join);
            runs.add(run);
        }
        double wall = median(joins, PlainJoin.Run::wallSeconds).median();
        double cpu = median(joins, PlainJoin.Run::cpuSeconds).median();
        List<Figure> figures = new ArrayList<>(BulkAes.run(kase, settings.home().log("bench")));
        figures.addAll(figures(kase, rows, runs, wall, cpu));
        return figures;
    }

    private static List<Figure> figures(
            String kase, long rows, List<JsonNode> runs, double wall, double cpu) {
        return List.of(
                figure(
                                kase,
                                "wall_s",
                                "s",
                                median(runs, run -> run.path("wall_ms").asDouble() / 1e3))
                        .beside(wall),
                figure(kase, "cpu_s", "s", median(runs, PsiBench::cpuSeconds)).beside(cpu),
                figure(
                        kase,
                        "rehearsal_cpu_s",
                        "s",
                        median(runs, run -> sum(run, "rehearsal_cpu_ms") / 1e3)),
                figure(
                        kase,
                        "ns_per_element",
                        "ns",
                        median(runs, run -> 1e6 * run.path("wall_ms").asDouble() / rows)),
                figure(
                        kase,
                        "cpu_ns_per_element",
                        "ns",
                        median(runs, run -> 1e9 * cpuSeconds(run) / rows)),
                figure(kase, "peak_rss_mb", "MB", median(runs, PsiBench::largestParty)),
                figure(
                        kase,
                        "wire_bits_per_element",
                        "bit",
                        median(runs, run -> 8.0 * sum(run, "bytes_sent") / (2.0 * rows))));
    }

    private JsonNode parties(String kase, long rows) {
        boolean distributed = kase.startsWith("distributed");
        Path node = settings.root().resolve("node/target/node-0.1.0.jar");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                node.toString(),
                                "io.databourse.node.bench.LocalParties",
                                "--left",
                                plain.left(rows).toString(),
                                "--left-join",
                                "mobile",
                                "--left-result",
                                "customer_id",
                                "--right",
                                plain.right(rows).toString(),
                                "--right-join",
                                "mobile",
                                "--task",
                                distributed ? "mpc/psi-distributed" : "mpc/psi",
                                "--child-heap", // what the task's planner says
                                distributed ? "384" : "512",
                                "--plugins",
                                settings.root().resolve("plugins/mpc/target").toString()));
        if (!kase.endsWith(COLD)) {
            command.addAll(List.of("--waiting", "yes"));
            if (rows <= SMALL) {
                command.addAll(List.of("--earlier", Integer.toString(EARLIER_JOBS)));
            }
        }
        if (kase.contains("shaped")) {
            command.addAll(List.of("--line", "100,10"));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        Path log = settings.home().log("bench");
        builder.redirectError(ProcessBuilder.Redirect.to(log.toFile()));
        try {
            Process process = builder.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Fault("the parties did not come to an end", log);
            }
            return JSON.readTree(output);
        } catch (IOException e) {
            throw new Fault("the parties cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted", e);
        }
    }

    private static void check(JsonNode run, long expected) {
        for (JsonNode party : run.path("parties")) {
            if (!party.path("outcome").asText().equals("COMPLETED")) {
                throw new Fault("a party did not complete: " + party);
            }
        }
        long rows = run.at("/parties/0/resultRows").asLong();
        if (rows != expected) {
            throw new Fault("the parties found %d rows, the join %d".formatted(rows, expected));
        }
    }

    private static double cpuSeconds(JsonNode run) {
        return (sum(run, "node_cpu_ms") + sum(run, "child_cpu_ms")) / 1000.0;
    }

    /// A party is its node and the node's child process together.
    private static double largestParty(JsonNode run) {
        double largest = 0;
        for (JsonNode party : run.path("parties")) {
            double kilobytes =
                    party.path("node_peak_rss_kb").asDouble()
                            + party.path("child_peak_rss_kb").asDouble();
            largest = Math.max(largest, kilobytes / 1024);
        }
        return largest;
    }

    private static long sum(JsonNode run, String field) {
        long sum = 0;
        for (JsonNode party : run.path("parties")) {
            sum += party.path(field).asLong();
        }
        return sum;
    }

    private static <T> Samples median(List<T> runs, ToDoubleFunction<T> value) {
        return new Samples(runs.stream().mapToDouble(value).toArray());
    }

    private static Figure figure(String kase, String metric, String unit, Samples samples) {
        return Figure.of("psi", kase, metric, unit, samples);
    }
}
