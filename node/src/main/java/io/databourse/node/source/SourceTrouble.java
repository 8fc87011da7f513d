package io.databourse.node.source;

import io.databourse.node.NodeFailure;
import io.databourse.plugin.Outcome.Blame;
import java.util.regex.Pattern;

/// Turns what DuckDB and the file system say into failures. DuckDB's messages quote the row that is
/// broken; only the line's number and the kind of trouble are taken from them.
final class SourceTrouble {
    static final String MALFORMED = "SOURCE_MALFORMED";
    static final String UNREADABLE = "SOURCE_UNREADABLE";
    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern COLUMNS =
            Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

    private SourceTrouble() {}

    static NodeFailure of(Source source, Exception cause) {
        var message = String.valueOf(cause.getMessage());
        var line = LINE.matcher(message);
        if (line.find()) {
            return new NodeFailure(
                    MALFORMED,
                    Blame.CALLER,
                    source.name() + ", line " + line.group(1) + ": " + kind(message),
                    cause);
        }
        if (message.contains("Out of Memory") || message.contains("No space left")) {
            return new NodeFailure(
                    UNREADABLE,
                    Blame.RESOURCES,
                    source.name() + ": not enough memory or disk to read it",
                    cause);
        }
        return unreadable(source, cause);
    }

    static NodeFailure unreadable(Source source, Exception cause) {
        return new NodeFailure(
                UNREADABLE, Blame.CALLER, source.name() + ": the file cannot be read", cause);
    }

    private static String kind(String message) {
        var columns = COLUMNS.matcher(message);
        if (columns.find()) {
            return "expected " + columns.group(1) + " columns, found " + columns.group(2);
        }
        if (message.contains("unterminated") || message.contains("Value with unterminated quote")) {
            return "a quote is not closed";
        }
        if (message.toLowerCase(java.util.Locale.ROOT).contains("unicode")
                || message.contains("UTF-8")
                || message.contains("utf-8")) {
            return "the text is not UTF-8";
        }
        if (message.contains("Error when converting column") || message.contains("convert")) {
            return "a value is not of its column's type";
        }
        return "the row cannot be read";
    }
}
