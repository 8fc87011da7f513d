package io.databourse.protection.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads CSV (RFC 4180) in UTF-8, a row at a time: the first row names the columns, and every row
/// has as many cells. A cell that is nothing is an empty text.
public final class CsvReader implements AutoCloseable {
    /// No cell of a table is longer; a quote that is never closed must not eat the memory.
    private static final int MAX_CELL = 1 << 20;

    /// Nor must a line of nothing but commas.
    private static final int MAX_COLUMNS = 1 << 14;

    private static final int END = -1;

    private final String name;
    private final BufferedReader in;
    private final List<String> columns;
    private long row;

    private CsvReader(String name, BufferedReader in) throws IOException {
        this.name = name;
        this.in = in;
        columns = header();
    }

    public static CsvReader open(Path file) throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader =
                new BufferedReader(
                        new java.io.InputStreamReader(Files.newInputStream(file), decoder),
                        1 << 16);
        try {
            return new CsvReader(file.getFileName().toString(), reader);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    public List<String> columns() {
        return columns;
    }

    /// The row that was read last, counted from 1 without the header.
    public long row() {
        return row;
    }

    /// The next row, or nothing after the last.
    public Optional<List<String>> next() throws IOException {
        Optional<List<String>> cells = cells();
        if (cells.isEmpty()) {
            return cells;
        }
        row++;
        if (cells.get().size() != columns.size()) {
            throw trouble("has %d cells, not %d".formatted(cells.get().size(), columns.size()));
        }
        return cells;
    }

    private List<String> header() throws IOException {
        List<String> names = new ArrayList<>(cells().orElseThrow(() -> trouble("is missing")));
        if (names.getFirst().startsWith("\uFEFF")) {
            names.set(0, names.getFirst().substring(1));
        }
        if (new HashSet<>(names).size() < names.size() || names.contains("")) {
            throw trouble("names a column twice or not at all");
        }
        return List.copyOf(names);
    }

    private Optional<List<String>> cells() throws IOException {
        in.mark(1);
        if (in.read() == END) {
            return Optional.empty();
        }
        in.reset();
        List<String> cells = new ArrayList<>();
        int end;
        do {
            if (cells.size() == MAX_COLUMNS) {
                throw trouble("has more than " + MAX_COLUMNS + " cells");
            }
            StringBuilder cell = new StringBuilder();
            end = cell(cell);
            cells.add(cell.toString());
        } while (end == ',');
        return Optional.of(cells);
    }

    /// Reads one cell and gives what ended it: a comma, a line's end or the file's.
    private int cell(StringBuilder cell) throws IOException {
        int c = in.read();
        if (c == '"') {
            quoted(cell);
            c = in.read();
            if (c != ',' && c != '\n' && c != '\r' && c != END) {
                throw trouble("goes on after a closing quote");
            }
        }
        while (c != ',' && c != '\n' && c != '\r' && c != END) {
            add(cell, c);
            c = in.read();
        }
        if (c == '\r') {
            c = in.read();
            if (c != '\n' && c != END) {
                throw trouble("has a carriage return outside quotes");
            }
        }
        return c;
    }

    private void quoted(StringBuilder cell) throws IOException {
        while (true) {
            int c = in.read();
            if (c == END) {
                throw trouble("has a quote that is not closed");
            }
            if (c == '"') {
                in.mark(1);
                if (in.read() != '"') {
                    in.reset();
                    return;
                }
            }
            add(cell, c);
        }
    }

    private void add(StringBuilder cell, int c) throws IOException {
        if (cell.length() == MAX_CELL) {
            throw trouble("has a cell of more than " + MAX_CELL + " characters");
        }
        cell.append((char) c);
    }

    private TableException trouble(String what) {
        return new TableException(
                name + ": " + (row == 0 ? "the header" : "row " + (row + 1)) + " " + what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
