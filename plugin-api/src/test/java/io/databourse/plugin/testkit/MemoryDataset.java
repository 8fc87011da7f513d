package io.databourse.plugin.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A data set in memory. A value is a [String], [Long], [Double] or null, as the schema says.
///
/// It yields chunks of seven rows, so that small data has many, and uses its arrays again, so that
/// a program that keeps one is found out.
public final class MemoryDataset implements Dataset {
    private static final int CHUNK_ROWS = 7;

    private final Schema schema;
    private final Map<String, List<String>> uses;
    private final List<List<@Nullable Object>> rows;

    /// A data set.
    ///
    /// @param uses column names by use, as in [Dataset#columns]
    public MemoryDataset(
            Schema schema, Map<String, List<String>> uses, List<List<@Nullable Object>> rows) {
        this.schema = schema;
        this.uses = Map.copyOf(uses);
        this.rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    /// The same columns with other rows.
    public MemoryDataset withRows(UnaryOperator<List<List<@Nullable Object>>> change) {
        return new MemoryDataset(schema, uses, change.apply(rows));
    }

    public List<List<@Nullable Object>> rows() {
        return rows;
    }

    /// What a planner is told of it.
    public DatasetCard card() {
        return new DatasetCard(schema, rows.size(), uses);
    }

    /// Where a column stands in a row.
    public int index(String column) {
        return schema.columns().indexOf(schema.column(column));
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public long rowCount() {
        return rows.size();
    }

    @Override
    public List<String> columns(String use) {
        return uses.getOrDefault(use, List.of());
    }

    @Override
    public Path asFile(Format format) {
        if (format != Format.CSV) {
            throw new UnsupportedOperationException("the test kit writes CSV only");
        }
        try {
            var file = Files.createTempFile("input", ".csv");
            file.toFile().deleteOnExit();
            var names = schema.columns().stream().map(Schema.Column::name).toList();
            var lines = new ArrayList<>(List.of(String.join(",", names)));
            rows.forEach(row -> lines.add(String.join(",", row.stream().map(this::csv).toList())));
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String csv(@Nullable Object value) {
        return value == null ? "" : '"' + value.toString().replace("\"", "\"\"") + '"';
    }

    @Override
    public Pass chunks(List<String> columns) {
        var indexes = columns.stream().mapToInt(this::index).toArray();
        return new Pass() {
            private int next;
            private List<Chunk.Column> previous = List.of();

            @Override
            public Optional<Chunk> next() throws InterruptedException {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                previous.forEach(MemoryDataset::spoil);
                var part = rows.subList(next, Math.min(next + CHUNK_ROWS, rows.size()));
                next += part.size();
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                var filled = new ArrayList<Chunk.Column>();
                for (int index : indexes) {
                    filled.add(column(part, index, schema.columns().get(index).type()));
                }
                previous = filled;
                return Optional.of(new Chunk(part.size(), filled));
            }

            @Override
            public void close() {}
        };
    }

    private static void spoil(Chunk.Column column) {
        switch (column) {
            case Chunk.Longs(var values, _) -> Arrays.fill(values, -1);
            case Chunk.Doubles(var values, _) -> Arrays.fill(values, Double.NaN);
            case Chunk.Bytes(var values, _, _) -> Arrays.fill(values, (byte) '?');
        }
    }

    private static Chunk.Column column(
            List<List<@Nullable Object>> part, int index, Schema.Type type) {
        var nulls = new long[(part.size() + 63) >> 6];
        boolean any = false;
        for (int row = 0; row < part.size(); row++) {
            if (part.get(row).get(index) == null) {
                nulls[row >> 6] |= 1L << row;
                any = true;
            }
        }
        var bitmap = any ? nulls : new long[0];
        return switch (type) {
            case STRING -> text(part, index, bitmap);
            case DECIMAL ->
                    new Chunk.Doubles(
                            part.stream()
                                    .mapToDouble(row -> number(row.get(index)).doubleValue())
                                    .toArray(),
                            bitmap);
            case INTEGER, DATE, TIMESTAMP, BOOLEAN ->
                    new Chunk.Longs(
                            part.stream()
                                    .mapToLong(row -> number(row.get(index)).longValue())
                                    .toArray(),
                            bitmap);
        };
    }

    private static Number number(@Nullable Object value) {
        return value == null ? 0L : (Number) value;
    }

    private static Chunk.Column text(List<List<@Nullable Object>> part, int index, long[] nulls) {
        var all = new ByteArrayOutputStream();
        var offsets = new int[part.size() + 1];
        for (int row = 0; row < part.size(); row++) {
            var value = part.get(row).get(index);
            if (value != null) {
                all.writeBytes(value.toString().getBytes(UTF_8));
            }
            offsets[row + 1] = all.size();
        }
        return new Chunk.Bytes(all.toByteArray(), offsets, nulls);
    }
}
