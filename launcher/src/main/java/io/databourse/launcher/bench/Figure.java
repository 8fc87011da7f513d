package io.databourse.launcher.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;

/// One measured figure: the median of the runs, and how far they lay apart.
///
/// @param spread largest less smallest value
/// @param baseline the same metric of what it is compared with, where there is such a thing
record Figure(
        String bench,
        String kase,
        String metric,
        double value,
        double spread,
        String unit,
        OptionalDouble baseline) {

    static Figure of(String bench, String kase, String metric, String unit, Samples samples) {
        return new Figure(
                bench,
                kase,
                metric,
                samples.median(),
                samples.spread(),
                unit,
                OptionalDouble.empty());
    }

    Figure beside(double other) {
        return new Figure(bench, kase, metric, value, spread, unit, OptionalDouble.of(other));
    }

    String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode line = mapper.createObjectNode();
        line.put("bench", bench).put("case", kase).put("metric", metric);
        line.put("value", rounded(value)).put("unit", unit);
        if (baseline.isPresent()) {
            line.put("baseline", rounded(baseline.getAsDouble()));
            line.put("ratio", rounded(value / baseline.getAsDouble()));
        } else {
            line.putNull("baseline").putNull("ratio");
        }
        try {
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a figure is always JSON", e);
        }
    }

    String text() {
        String compared =
                baseline.isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "  baseline %10.2f  ratio %8.2f",
                                baseline.getAsDouble(),
                                value / baseline.getAsDouble())
                        : "";
        return String.format(
                Locale.ROOT,
                "%-9s %-12s %-22s %10.2f %-8s ±%8.2f%s",
                bench,
                kase,
                metric,
                value,
                unit,
                spread / 2,
                compared);
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
