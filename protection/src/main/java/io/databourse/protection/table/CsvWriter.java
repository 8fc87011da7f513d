package io.databourse.protection.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writes CSV (RFC 4180) in UTF-8, quotes only where needed. The file is there under its name only
/// after [#keep]: a copy that was not finished or not passed must not lie about.
public final class CsvWriter implements AutoCloseable {
    private final Path file;
    private final Path unfinished;
    private final BufferedWriter out;

    public CsvWriter(Path file, List<String> columns) throws IOException {
        this.file = file;
        unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
        write(columns);
    }

    public void write(List<String> cells) throws IOException {
        out.write(line(cells));
    }

    /// A row with the end of its line.
    public static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            line.append(quoted(cells.get(i), cells.size() == 1));
        }
        return line.append('\n').toString();
    }

    /// What was written so far, to be read again before it is kept.
    public Path written() throws IOException {
        out.flush();
        return unfinished;
    }

    public void keep() throws IOException {
        out.close();
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unfinished);
    }

    private static String quoted(String cell, boolean alone) {
        boolean plain =
                cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                        && !(alone && cell.isEmpty());
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
