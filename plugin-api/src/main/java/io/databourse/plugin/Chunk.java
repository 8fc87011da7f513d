package io.databourse.plugin;

import java.util.List;

/// Up to 2^16 rows of some columns, as flat arrays. Arrays may be longer than the rows need; what
/// is behind has no meaning. Arrays are shared, not copied: this type is for hot loops.
///
/// @param rows how many rows there are, at most [#MAX_ROWS]
/// @param columns in the order that was asked for
public record Chunk(int rows, List<Column> columns) {
    /// The most rows that a chunk has.
    public static final int MAX_ROWS = 1 << 16;

    public Chunk {
        columns = List.copyOf(columns);
        if (rows < 0 || rows > MAX_ROWS) {
            throw new IllegalArgumentException("not a chunk's number of rows: " + rows);
        }
    }

    /// The values of one column. Bit `row % 64` of `nulls[row / 64]` is set where the value is
    /// NULL; the array is empty if none is. The value of a NULL is 0, or no bytes.
    public sealed interface Column {
        long[] nulls();

        default boolean isNull(int row) {
            var bits = nulls();
            return bits.length > 0 && (bits[row >> 6] >>> row & 1) != 0;
        }
    }

    /// INTEGER, DATE, TIMESTAMP and BOOLEAN.
    @SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; equality is not used
    public record Longs(long[] values, long[] nulls) implements Column {}

    /// DECIMAL.
    @SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; equality is not used
    public record Doubles(double[] values, long[] nulls) implements Column {}

    /// STRING. Row `i` is UTF-8 from `offsets[i]` to `offsets[i + 1]`, so there is one more offset
    /// than rows.
    @SuppressWarnings("ArrayRecordComponent") // flat arrays are the point; equality is not used
    public record Bytes(byte[] values, int[] offsets, long[] nulls) implements Column {}
}
