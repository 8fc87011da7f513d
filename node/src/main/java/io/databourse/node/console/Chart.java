package io.databourse.node.console;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// A picture of one column of numbers by another column: bars, or a line where the latter are
/// dates. Each point says its value as it stands in the file.
record Chart(List<String> names, List<String> values, String title) {
    static final int MOST_POINTS = 60;

    /// With more, the values would cover each other; a pointer still shows them.
    private static final int MOST_SHOWN = 16;

    private static final int WIDTH = 900;
    private static final int HEIGHT = 260;
    private static final int LEFT = 10;
    private static final int TOP = 24;
    private static final int LABELS = 90;

    String svg() {
        var numbers = values.stream().map(Double::parseDouble).toList();
        var most = Math.max(0, Collections.max(numbers));
        var least = Math.min(0, Collections.min(numbers));
        var scale = HEIGHT / Math.max(most - least, Double.MIN_NORMAL);
        var step = (double) (WIDTH - 2 * LEFT) / numbers.size();
        var zero = TOP + most * scale;
        var line = new StringBuilder();
        var svg = new StringBuilder();
        svg.append(
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n"
                        .formatted(WIDTH, TOP + HEIGHT + LABELS, Html.text(title)));
        for (int i = 0; i < numbers.size(); i++) {
            var x = LEFT + i * step;
            var y = TOP + (most - numbers.get(i)) * scale;
            svg.append(point(i, x, step, Math.min(y, zero), Math.abs(y - zero), y));
            line.append(at(x + step / 2)).append(',').append(at(y)).append(' ');
        }
        if (isLine()) {
            svg.append("<polyline points=\"%s\"/>%n".formatted(line.toString().strip()));
        }
        svg.append(
                "<line x1=\"%d\" x2=\"%d\" y1=\"%3$s\" y2=\"%3$s\"/>%n</svg>%n"
                        .formatted(LEFT, WIDTH - LEFT, at(zero)));
        return svg.toString();
    }

    private boolean isLine() {
        return values.size() > 1
                && names.stream().allMatch(n -> n.matches("\\d{4}-\\d\\d(-\\d\\d)?"));
    }

    private String point(int i, double x, double step, double top, double height, double y) {
        var middle = x + step / 2;
        var name = Html.text(names.get(i));
        var value = Html.text(values.get(i));
        var below = TOP + HEIGHT + 14;
        var svg = new StringBuilder("<g>");
        svg.append(
                isLine()
                        ? "<circle cx=\"%s\" cy=\"%s\" r=\"4\"/>".formatted(at(middle), at(y))
                        : "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                                .formatted(
                                        at(x + step * 0.1), at(top), at(step * 0.8), at(height)));
        svg.append("<title>%s: %s</title>".formatted(name, value));
        svg.append(
                "<text x=\"%1$s\" y=\"%2$d\" transform=\"rotate(-45 %1$s %2$d)\">%3$s</text>"
                        .formatted(at(middle), below, name));
        if (values.size() <= MOST_SHOWN) {
            svg.append(
                    "<text class=\"value\" x=\"%s\" y=\"%s\">%s</text>"
                            .formatted(at(middle), at(top - 8), value));
        }
        return svg.append("</g>\n").toString();
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.2f", place);
    }
}
