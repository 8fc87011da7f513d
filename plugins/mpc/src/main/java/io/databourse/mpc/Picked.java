package io.databourse.mpc;

import io.databourse.plugin.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Some rows of a chunk, in their order.
public final class Picked {
    private final int[] rows = new int[Chunk.MAX_ROWS];
    private int count;

    public void clear() {
        count = 0;
    }

    public void add(int row) {
        rows[count++] = row;
    }

    public int count() {
        return count;
    }

    /// The row of the chunk at a place among the picked ones.
    public int row(int place) {
        return rows[place];
    }

    /// The columns of a chunk with these rows alone.
    public List<Chunk.Column> of(Chunk chunk) {
        var columns = new ArrayList<Chunk.Column>();
        for (var column : chunk.columns()) {
            columns.add(
                    switch (column) {
                        case Chunk.Longs longs -> new Chunk.Longs(part(longs), nulls(longs));
                        case Chunk.Doubles doubles ->
                                new Chunk.Doubles(part(doubles), nulls(doubles));
                        case Chunk.Bytes bytes -> part(bytes);
                    });
        }
        return columns;
    }

    private long[] part(Chunk.Longs longs) {
        var values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = longs.values()[rows[i]];
        }
        return values;
    }

    private double[] part(Chunk.Doubles doubles) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = doubles.values()[rows[i]];
        }
        return values;
    }

    private Chunk.Bytes part(Chunk.Bytes bytes) {
        var from = bytes.offsets();
        var offsets = new int[count + 1];
        for (int i = 0; i < count; i++) {
            offsets[i + 1] = offsets[i] + from[rows[i] + 1] - from[rows[i]];
        }
        var values = new byte[offsets[count]];
        for (int i = 0; i < count; i++) {
            int length = offsets[i + 1] - offsets[i];
            System.arraycopy(bytes.values(), from[rows[i]], values, offsets[i], length);
        }
        return new Chunk.Bytes(values, offsets, nulls(bytes));
    }

    private long[] nulls(Chunk.Column column) {
        var nulls = new long[column.nulls().length == 0 ? 0 : (count + 63) >> 6];
        for (int i = 0; i < count && nulls.length > 0; i++) {
            if (column.isNull(rows[i])) {
                nulls[i >> 6] |= 1L << i;
            }
        }
        return Arrays.stream(nulls).anyMatch(bits -> bits != 0) ? nulls : new long[0];
    }
}
