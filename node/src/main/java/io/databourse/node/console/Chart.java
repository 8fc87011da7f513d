package io.databourse.node.console;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// A picture of one column of numbers by another column: bars, or a line where the latter are
/// dates. Each point says its value as it stands in the file.
record Chart(List<String> names, List<String> values, String title) {
    static final int MOST_POINTS = 60;

    private static final int WIDTH = 900;
    private static final int HEIGHT = 260;
    private static final int LEFT = 10;
    private static final int TOP = 20;
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
            line.append(String.format(Locale.ROOT, "%.2f,%.2f ", x + step / 2, y));
        }
        if (isLine()) {
            svg.append("<polyline points=\"%s\"/>%n".formatted(line.toString().strip()));
        }
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%d\" x2=\"%d\" y1=\"%3$.2f\" y2=\"%3$.2f\"/>%n</svg>%n",
                        LEFT,
                        WIDTH - LEFT,
                        zero));
        return svg.toString();
    }

    private boolean isLine() {
        return values.size() > 1
                && names.stream().allMatch(n -> n.matches("\\d{4}-\\d\\d(-\\d\\d)?"));
    }

    private String point(int i, double x, double step, double top, double height, double y) {
        var label = x + step / 2;
        var shape =
                isLine()
                        ? String.format(
                                Locale.ROOT, "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"4\"/>", label, y)
                        : String.format(
                                Locale.ROOT,
                                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
                                x + step * 0.1,
                                top,
                                step * 0.8,
                                height);
        return String.format(
                Locale.ROOT,
                "<g>%s<title>%s: %s</title><text x=\"%.2f\" y=\"%d\" transform=\"rotate(-45 %4$.2f %5$d)\">%2$s</text></g>%n",
                shape,
                Html.text(names.get(i)),
                Html.text(values.get(i)),
                label,
                TOP + HEIGHT + 14);
    }
}
