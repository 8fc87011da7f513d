package io.databourse.node.console;

import java.util.List;
import java.util.Locale;

/// Pieces of pages. Whatever comes from outside goes through [#text].
final class Html {
    private Html() {}

    /// Text as HTML, also within quotes. Characters that show nothing or turn the direction of
    /// writing are spelled out, so that a stranger's text cannot hide what it says.
    static String text(String text) {
        var html = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    switch (point) {
                        case '&' -> html.append("&amp;");
                        case '<' -> html.append("&lt;");
                        case '>' -> html.append("&gt;");
                        case '"' -> html.append("&quot;");
                        case '\'' -> html.append("&#39;");
                        case '\n', '\t' -> html.appendCodePoint(point);
                        case '\r' -> {}
                        default -> html.append(plain(point));
                    }
                });
        return html.toString();
    }

    private static String plain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    "\\u%04x".formatted(point);
            default -> Character.toString(point);
        };
    }

    static String row(String cell, List<String> cells) {
        var row = new StringBuilder("<tr>");
        cells.forEach(each -> row.append("<%1$s>%2$s</%1$s>".formatted(cell, text(each))));
        return row.append("</tr>\n").toString();
    }

    /// A line of a list of facts.
    ///
    /// @param value as HTML
    static String fact(String name, String value) {
        return "<div><dt>%s</dt><dd>%s</dd></div>%n".formatted(text(name), value);
    }

    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1_000.0)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1_000_000.0);
    }

    static String link(String address, String label) {
        return "<a href=\"%s\">%s</a>".formatted(text(address), text(label));
    }
}
