package io.databourse.node.source;

import io.databourse.plugin.Chunk;
import java.util.Arrays;
import org.duckdb.DuckDBReadableVector;

/// One column of numbers of a chunk that is being filled.
final class NumberColumn implements VectorColumn {
    private final long[] longs;
    private final double[] doubles;
    private final long[] nulls = new long[Chunk.MAX_ROWS / 64];
    private boolean anyNull;

    private NumberColumn(int longs, int doubles) {
        this.longs = new long[longs];
        this.doubles = new double[doubles];
    }

    static NumberColumn ofLongs() {
        return new NumberColumn(Chunk.MAX_ROWS, 0);
    }

    static NumberColumn ofDoubles() {
        return new NumberColumn(0, Chunk.MAX_ROWS);
    }

    @Override
    public int length() {
        return 0;
    }

    @Override
    public void append(DuckDBReadableVector vector, int at, int count) {
        for (int i = 0; i < count; i++) {
            int row = at + i;
            boolean isNull = vector.isNull(i);
            if (isNull) {
                nulls[row >> 6] |= 1L << row;
                anyNull = true;
            }
            if (longs.length > 0) {
                longs[row] = isNull ? 0 : vector.getLong(i);
            } else {
                doubles[row] = isNull ? 0 : vector.getDouble(i);
            }
        }
    }

    @Override
    public Chunk.Column take() {
        var bitmap = anyNull ? nulls : new long[0];
        return longs.length > 0
                ? new Chunk.Longs(longs, bitmap)
                : new Chunk.Doubles(doubles, bitmap);
    }

    @Override
    public void clear() {
        anyNull = false;
        Arrays.fill(nulls, 0);
    }
}
