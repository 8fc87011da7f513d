package io.databourse.node.source;

import io.databourse.node.NodeFailure;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.Schema;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The dialect of one CSV file, read from its header line by ourselves: if DuckDB guessed it from
/// the rows, then a broken row could change the guess instead of being found.
record CsvFile(Path path, char delimiter, List<String> columns) {
    private static final String DELIMITERS = ",;\t|";
    private static final int MAX_HEADER = 1 << 20;

    static CsvFile open(Source source) {
        var line = firstLine(source);
        var delimiter = delimiter(line);
        var columns = split(line, delimiter);
        checkNames(source, columns);
        return new CsvFile(source.path(), delimiter, columns);
    }

    private static String firstLine(Source source) {
        var line = new ByteArrayOutputStream();
        try (var in = new BufferedInputStream(Files.newInputStream(source.path()))) {
            for (int next = in.read();
                    next >= 0 && next != '\n' && next != '\r';
                    next = in.read()) {
                line.write(next);
                if (line.size() > MAX_HEADER) {
                    throw malformed(source, "the header has no end");
                }
            }
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line.toByteArray()))
                            .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed(source, "the header is not UTF-8");
        } catch (IOException e) {
            throw SourceTrouble.unreadable(source, e);
        }
    }

    private static char delimiter(String line) {
        return (char)
                DELIMITERS
                        .chars()
                        .boxed()
                        .max(Comparator.comparingLong(each -> count(line, each)))
                        .filter(each -> count(line, each) > 0)
                        .orElse((int) ',')
                        .intValue();
    }

    private static long count(String line, int letter) {
        return line.chars().filter(each -> each == letter).count();
    }

    private static List<String> split(String line, char delimiter) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            if (letter == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    name.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (letter == delimiter && !quoted) {
                names.add(name.toString().strip());
                name.setLength(0);
            } else {
                name.append(letter);
            }
        }
        names.add(name.toString().strip());
        return List.copyOf(names);
    }

    private static void checkNames(Source source, List<String> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (name.isEmpty()) {
                throw malformed(source, "the header has a column without a name");
            }
            if (!seen.add(name.toLowerCase(java.util.Locale.ROOT))) {
                throw malformed(source, "the header names a column twice: " + name);
            }
        }
        // A first row of data would show its values as names, and names leave the node.
        if (names.stream().anyMatch(name -> name.matches("[-+]?\\d+([.,]\\d+)?"))) {
            throw malformed(source, "the first line is not a header: it holds a number");
        }
    }

    private static NodeFailure malformed(Source source, String detail) {
        return new NodeFailure(
                SourceTrouble.MALFORMED, Blame.CALLER, source.name() + ", line 1: " + detail);
    }

    /// The table function call; a column that is not named in `types` is text.
    String sql(Map<String, Schema.Type> types) {
        var columnTypes =
                columns.stream()
                        .map(column ->
                                DuckDb.literal(column)
                                        + ": "
                                        + DuckDb.literal(
                                                SqlTypes.of(
                                                        types.getOrDefault(
                                                                column, Schema.Type.STRING))))
                        .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv("
                + DuckDb.literal(path.toString())
                + ", auto_detect=false, header=true, strict_mode=true, null_padding=false"
                + ", ignore_errors=false, quote='\"', escape='\"', delim="
                + DuckDb.literal(String.valueOf(delimiter))
                + ", columns="
                + columnTypes
                + ")";
    }
}
