package io.databourse.node.source;

import io.databourse.crypto.Digest;
import io.databourse.node.child.ChunkWriter;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Made-up rows for a dry run, 合成数据: they have a source's columns, types and about its shares of
/// NULLs and of different values, and none of its values but those that the owner allows. The same
/// profile gives the same rows.
public final class SyntheticRows {
    /// Enough to try a question or a script on.
    public static final int MOST_ROWS = 10_000;

    private static final long FIRST_DAY = 19_723; // 2024-01-01
    private static final long DAY_MICROS = 86_400_000_000L;

    private final KeptProfile profile;
    private final Map<String, Range> ranges;
    private final int rows;

    /// Bounds that the owner's rules give for a number, both included.
    public record Range(double minimum, double maximum) {}

    public SyntheticRows(KeptProfile profile, Map<String, Range> ranges) {
        this.profile = profile;
        this.ranges = Map.copyOf(ranges);
        this.rows = (int) Math.min(profile.rowCount(), MOST_ROWS);
    }

    /// Writes the selected columns of rows that meet the conditions; none if nothing can.
    public Extract write(Selection selection, Path chunkFile) throws IOException {
        var columns = selection.columns().stream().map(this::column).toList();
        var conditions =
                selection.conditions().stream().collect(Collectors.groupingBy(Condition::column));
        var values = new LinkedHashMap<String, MadeValues>();
        Stream.concat(selection.columns().stream(), conditions.keySet().stream())
                .forEach(name ->
                        values.put(
                                name,
                                values(column(name), conditions.getOrDefault(name, List.of()))));
        var made = values.values().stream().anyMatch(each -> each.values().isEmpty()) ? 0 : rows;
        var schema =
                new Schema(
                        columns.stream()
                                .map(each ->
                                        new Schema.Column(
                                                each.name(), each.type(), each.nullable()))
                                .toList());
        var filled = new ArrayList<Chunk.Column>();
        for (var column : columns) {
            var possible = Objects.requireNonNull(values.get(column.name()));
            filled.add(fill(column, possible, conditions.containsKey(column.name()), made));
        }
        try (var writer = new ChunkWriter(chunkFile, schema)) {
            if (made > 0) {
                writer.write(new Chunk(made, filled));
            }
        }
        return new Extract(schema, made);
    }

    private KeptProfile.Column column(String name) {
        return profile.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no column " + name));
    }

    private MadeValues values(KeptProfile.Column column, List<Condition> conditions) {
        int distinct = Math.clamp(column.distinct(), 1, Math.max(1, rows));
        return MadeValues.of(
                column.type(), distinct, pick -> value(column, distinct, pick), conditions);
    }

    private Object value(KeptProfile.Column column, int distinct, int pick) {
        return switch (column.type()) {
            case STRING ->
                    column.values().isEmpty()
                            ? column.name() + "-" + pick
                            : column.values().get(pick % column.values().size());
            case INTEGER -> Math.round(number(column, distinct, pick));
            case DECIMAL -> number(column, distinct, pick);
            case DATE -> FIRST_DAY + pick % 366;
            case TIMESTAMP -> (FIRST_DAY + pick % 366) * DAY_MICROS + pick * 61L;
            case BOOLEAN -> (long) (pick % 2);
        };
    }

    /// @param filtered whether the column has a condition, which NULL does not meet
    private Chunk.Column fill(
            KeptProfile.Column column, MadeValues possible, boolean filtered, int made) {
        var seed = Digest.sha256(profile.contentHash() + "\n" + column.name()).bytes();
        var random = new SplittableRandom(ByteBuffer.wrap(seed).getLong());
        var nullShare = filtered ? 0 : (double) column.nulls() / Math.max(1, profile.rowCount());
        var nulls = new long[(made + 63) / 64];
        var picked = new ArrayList<Optional<Object>>();
        for (int row = 0; row < made; row++) {
            if (random.nextDouble() < nullShare) {
                nulls[row >> 6] |= 1L << row;
                picked.add(Optional.empty());
            } else {
                picked.add(
                        Optional.of(
                                possible.values().get(random.nextInt(possible.values().size()))));
            }
        }
        return switch (column.type()) {
            case STRING -> texts(picked, nulls);
            case DECIMAL ->
                    new Chunk.Doubles(
                            picked.stream()
                                    .mapToDouble(each -> (Double) each.orElse(0.0))
                                    .toArray(),
                            nulls);
            case INTEGER, DATE, TIMESTAMP, BOOLEAN ->
                    new Chunk.Longs(
                            picked.stream().mapToLong(each -> (Long) each.orElse(0L)).toArray(),
                            nulls);
        };
    }

    private static Chunk.Column texts(List<Optional<Object>> picked, long[] nulls) {
        var texts =
                picked.stream()
                        .map(each -> ((String) each.orElse("")).getBytes(StandardCharsets.UTF_8))
                        .toList();
        var offsets = new int[texts.size() + 1];
        for (int row = 0; row < texts.size(); row++) {
            offsets[row + 1] = offsets[row] + texts.get(row).length;
        }
        var all = ByteBuffer.allocate(offsets[texts.size()]);
        texts.forEach(all::put);
        return new Chunk.Bytes(all.array(), offsets, nulls);
    }

    /// Spread over the range that the owner's rules give, or counted from 0.
    private double number(KeptProfile.Column column, int distinct, int pick) {
        var range = ranges.get(column.name());
        return range == null
                ? pick
                : range.minimum()
                        + (range.maximum() - range.minimum()) * pick / Math.max(1, distinct - 1);
    }
}
