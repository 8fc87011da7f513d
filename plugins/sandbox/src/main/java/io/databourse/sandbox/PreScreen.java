package io.databourse.sandbox;

import io.databourse.plugin.Dataset;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.HeldOutput.Verdict;
import io.databourse.plugin.Text;
import io.databourse.sandbox.room.Output;
import io.databourse.sandbox.sql.RoomRules;
import io.databourse.sandbox.sql.Thresholds;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Looks at an output before its reviewers do and tells them what it found: a hint, not a decision.
/// The tests are those of research data centres' output checkers (ACRO, SACRO): sizes, rows that
/// look like the input's, values of identifying columns, small cells, long texts.
final class PreScreen {
    private static final int LONG_TEXT = 200;

    /// Shorter identifying values turn up by chance.
    private static final int TELLING = 5;

    private final HeldOutput held;
    private final Thresholds thresholds;
    private final Known known;

    /// What is known of the input.
    ///
    /// @param identifying values of the columns that say whom a row is about
    record Known(long rows, Set<String> identifying) {
        Known {
            identifying = Set.copyOf(identifying);
        }

        /// Of the tables that were read; rows as of the smallest of them.
        static Known of(List<String> tables, Function<String, Dataset> inputs, RoomRules rules)
                throws InterruptedException {
            long rows = Long.MAX_VALUE;
            var identifying = new HashSet<String>();
            for (var table : tables) {
                var input = inputs.apply(table);
                rows = Math.min(rows, input.rowCount());
                identifying.addAll(Identifying.of(input, rules.of(table)));
            }
            return new Known(rows, identifying);
        }

        /// Whether any value is one that says whom a row is about; numbers are not looked at,
        /// because they are so by chance.
        boolean identifies(List<Column> columns) {
            return columns.stream()
                    .flatMap(column -> column.values().stream())
                    .filter(value -> !value.matches("-?[0-9.]*"))
                    .anyMatch(identifying::contains);
        }
    }

    PreScreen(HeldOutput held, Thresholds thresholds, Known known) {
        this.held = held;
        this.thresholds = thresholds;
        this.known = known;
    }

    /// Looks at a table.
    ///
    /// @param name of the output
    /// @param columns each with its values, all of the same number
    void table(String name, List<Column> columns) {
        var rows = columns.isEmpty() ? 0 : columns.getFirst().values().size();
        say(
                Verdict.PASS,
                name + "：" + rows + " 行 " + columns.size() + " 列",
                name + ": " + rows + " rows, " + columns.size() + " columns");
        if (rows > thresholds.maximumRows()) {
            say(
                    Verdict.FAIL,
                    name + "：行数超过规则上限 " + thresholds.maximumRows(),
                    name + ": more rows than the rules' " + thresholds.maximumRows());
        }
        if (rows >= thresholds.minimumEntities() && rows * 2L >= known.rows()) {
            say(
                    Verdict.FAIL,
                    name + "：行数接近输入行数（" + known.rows() + "），可能逐行输出",
                    name + ": about as many rows as the input (" + known.rows() + ")");
        }
        columns.forEach(column -> column(name, column));
    }

    /// A column of an output.
    record Column(String name, List<String> values) {
        Column {
            values = List.copyOf(values);
        }
    }

    private void column(String output, Column column) {
        var place = output + "/" + column.name();
        var distinct = new HashSet<>(column.values());
        var identifying = distinct.stream().filter(known.identifying()::contains).toList();
        var telling = identifying.stream().filter(value -> value.length() >= TELLING).count();
        if (identifying.size() >= 3 && identifying.size() * 2 >= distinct.size()) {
            say(
                    Verdict.FAIL,
                    place + "：多数值与标识列相同（" + identifying.size() + " 个）",
                    place + ": most values are identifying ones (" + identifying.size() + ")");
        } else if (telling > 0) {
            say(
                    Verdict.REVIEW,
                    place + "：有 " + telling + " 个值与标识列相同",
                    place + ": " + telling + " values are identifying ones");
        }
        var small = column.values().stream().filter(this::isSmall).count();
        if (small > 0) {
            say(
                    Verdict.REVIEW,
                    place + "：" + small + " 个小于 " + thresholds.minimumEntities() + " 的计数",
                    place + ": " + small + " whole numbers below " + thresholds.minimumEntities());
        }
        if (column.values().stream().anyMatch(value -> value.length() > LONG_TEXT)) {
            say(Verdict.REVIEW, place + "：有过长文本", place + ": has long texts");
        }
    }

    private boolean isSmall(String value) {
        return value.matches("[0-9]{1,9}")
                && Integer.parseInt(value) > 0
                && Integer.parseInt(value) < thresholds.minimumEntities();
    }

    /// Looks at words: a log, a text, the values of a JSON document.
    void words(String name, List<String> words) {
        var found = words.stream().distinct().filter(known.identifying()::contains).toList();
        var telling = found.stream().filter(value -> value.length() >= TELLING).count();
        if (telling > 0) {
            say(
                    Verdict.FAIL,
                    name + "：含 " + telling + " 个标识列的值",
                    name + ": has " + telling + " identifying values");
        }
        if (words.stream().anyMatch(word -> word.length() > LONG_TEXT)) {
            say(Verdict.REVIEW, name + "：有过长文本", name + ": has long texts");
        }
    }

    /// Looks at one output of a script.
    void look(Output output) {
        switch (output.kind()) {
            case TABLE -> table(output.fileName(), CsvColumns.of(output.content()));
            case JSON, TEXT -> words(output.fileName(), split(output.content()));
            case PNG ->
                    say(
                            Verdict.REVIEW,
                            output.fileName() + "：图片须由人查看",
                            output.fileName() + ": a picture has to be looked at");
        }
    }

    /// The words of a text, and of a JSON document.
    static List<String> split(byte[] text) {
        return List.of(
                new String(text, StandardCharsets.UTF_8).split("[\\s\",:;\\[\\]{}()=|]+", -1));
    }

    void say(Verdict verdict, String zh, String en) {
        held.finding(verdict, new Text(zh, en));
    }
}
