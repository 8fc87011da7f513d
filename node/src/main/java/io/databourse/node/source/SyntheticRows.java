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
import java.util.Map;
import java.util.SplittableRandom;

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

    /// Writes the selected columns; the job's conditions are not applied.
    public Extract write(Selection selection, Path chunkFile) throws IOException {
        var columns =
                selection.columns().stream()
                        .map(name ->
                                profile.columns().stream()
                                        .filter(column -> column.name().equals(name))
                                        .findFirst()
                                        .orElseThrow(() ->
                                                new IllegalArgumentException(
                                                        "there is no column " + name)))
                        .toList();
        var schema =
                new Schema(
                        columns.stream()
                                .map(each ->
                                        new Schema.Column(
                                                each.name(), each.type(), each.nullable()))
                                .toList());
        var filled = new ArrayList<Chunk.Column>();
        columns.forEach(column -> filled.add(fill(column)));
        try (var writer = new ChunkWriter(chunkFile, schema)) {
            writer.write(new Chunk(rows, filled));
        }
        return new Extract(schema, rows);
    }

    private Chunk.Column fill(KeptProfile.Column column) {
        var seed = Digest.sha256(profile.contentHash() + "\n" + column.name()).bytes();
        var random = new SplittableRandom(ByteBuffer.wrap(seed).getLong());
        var distinct = Math.clamp(column.distinct(), 1, Math.max(1, rows));
        var nullShare = (double) column.nulls() / Math.max(1, profile.rowCount());
        var nulls = new long[(rows + 63) / 64];
        var picks = new int[rows];
        for (int row = 0; row < rows; row++) {
            if (random.nextDouble() < nullShare) {
                nulls[row >> 6] |= 1L << row;
            } else {
                picks[row] = random.nextInt(distinct);
            }
        }
        return switch (column.type()) {
            case STRING -> texts(column, picks, nulls);
            case DECIMAL -> doubles(column, distinct, picks, nulls);
            case INTEGER, DATE, TIMESTAMP, BOOLEAN -> longs(column, distinct, picks, nulls);
        };
    }

    private Chunk.Column texts(KeptProfile.Column column, int[] picks, long[] nulls) {
        var texts = new ArrayList<byte[]>();
        var offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            var text = isNull(nulls, row) ? "" : text(column, picks[row]);
            texts.add(text.getBytes(StandardCharsets.UTF_8));
            offsets[row + 1] = offsets[row] + texts.get(row).length;
        }
        var all = ByteBuffer.allocate(offsets[rows]);
        texts.forEach(all::put);
        return new Chunk.Bytes(all.array(), offsets, nulls);
    }

    private static String text(KeptProfile.Column column, int pick) {
        return column.values().isEmpty()
                ? column.name() + "-" + pick
                : column.values().get(pick % column.values().size());
    }

    private Chunk.Column longs(KeptProfile.Column column, int distinct, int[] picks, long[] nulls) {
        var values = new long[rows];
        for (int row = 0; row < rows; row++) {
            if (!isNull(nulls, row)) {
                values[row] =
                        switch (column.type()) {
                            case DATE -> FIRST_DAY + picks[row] % 366;
                            case TIMESTAMP ->
                                    (FIRST_DAY + picks[row] % 366) * DAY_MICROS + picks[row] * 61L;
                            case BOOLEAN -> picks[row] % 2;
                            default -> Math.round(number(column, distinct, picks[row]));
                        };
            }
        }
        return new Chunk.Longs(values, nulls);
    }

    private Chunk.Column doubles(
            KeptProfile.Column column, int distinct, int[] picks, long[] nulls) {
        var values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = isNull(nulls, row) ? 0 : number(column, distinct, picks[row]);
        }
        return new Chunk.Doubles(values, nulls);
    }

    /// Spread over the range that the owner's rules give, or counted from 0.
    private double number(KeptProfile.Column column, int distinct, int pick) {
        var range = ranges.get(column.name());
        return range == null
                ? pick
                : range.minimum()
                        + (range.maximum() - range.minimum()) * pick / Math.max(1, distinct - 1);
    }

    private static boolean isNull(long[] nulls, int row) {
        return (nulls[row >> 6] >>> row & 1) != 0;
    }
}
