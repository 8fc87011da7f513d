package io.databourse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Prints the rows that the tests of all modules decided, and how many tests there were.
public final class CapabilityReport {

    private final Map<String, String> names;
    private final Map<String, Map<Verdict, Integer>> rows = new TreeMap<>();
    private final Map<Verdict, Integer> total = new EnumMap<>(Verdict.class);

    CapabilityReport(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /// Reads every `target/capabilities.tsv` below the folder given as the only argument.
    public static void main(String[] arguments) throws IOException {
        CapabilityReport report = new CapabilityReport(knownNames());
        try (Stream<Path> files =
                Files.find(
                        Path.of(arguments[0]),
                        4,
                        (path, _) -> path.endsWith(Path.of("target", "capabilities.tsv")))) {
            for (Path file : files.toList()) {
                report.add(Files.readAllLines(file));
            }
        }
        report.print(System.out);
    }

    /// Adds one module's lines. The last line of a test counts, as a test may be run again.
    void add(List<String> lines) {
        Map<String, Verdict> tests = new LinkedHashMap<>();
        Map<Map.Entry<String, String>, Verdict> decided = new LinkedHashMap<>();
        for (String line : lines) {
            Finding finding = Finding.parse(line);
            tests.put(finding.test(), finding.verdict());
            if (!finding.row().equals(Finding.NO_ROW)) {
                decided.put(Map.entry(finding.row(), finding.test()), finding.verdict());
            }
        }
        tests.values().forEach(verdict -> total.merge(verdict, 1, Integer::sum));
        decided.forEach((key, verdict) ->
                rows.computeIfAbsent(key.getKey(), _ -> new EnumMap<>(Verdict.class))
                        .merge(verdict, 1, Integer::sum));
    }

    void print(PrintStream out) {
        out.println();
        out.println("Capability rows decided by these tests");
        rows.forEach((row, counts) ->
                out.printf(
                        "%-4s %-44s %s%n",
                        row, names.getOrDefault(row, "(not in the table)"), words(counts)));
        out.println();
        out.printf(
                Locale.ROOT,
                "%d passed, %d failed, %d skipped%n",
                total.getOrDefault(Verdict.PASSED, 0),
                total.getOrDefault(Verdict.FAILED, 0),
                total.getOrDefault(Verdict.SKIPPED, 0));
    }

    private static String words(Map<Verdict, Integer> counts) {
        StringBuilder words = new StringBuilder();
        counts.forEach((verdict, count) ->
                words.append(words.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(count == 1 ? " test " : " tests ")
                        .append(verdict.name().toLowerCase(Locale.ROOT)));
        return words.toString();
    }

    private static Map<String, String> knownNames() throws IOException {
        Map<String, String> names = new TreeMap<>();
        try (InputStream in = CapabilityReport.class.getResourceAsStream("capabilities.tsv")) {
            if (in == null) {
                throw new IllegalStateException("capabilities.tsv is not in the jar");
            }
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String[] fields = line.split("\t", 2);
                names.put(fields[0], fields[1].strip());
            }
        }
        return names;
    }
}
