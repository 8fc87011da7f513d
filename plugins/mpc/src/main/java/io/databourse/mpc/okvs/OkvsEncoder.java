package io.databourse.mpc.okvs;

import java.util.Arrays;
import java.util.Optional;

/// Solves for the vector of a store.
///
/// Rows are peeled first: a row that has a column to itself is put aside with that column, which
/// may free another (step 2 of figure 1 in ePrint 2022/320). What cannot be peeled, the 2-core, is
/// a handful of rows if any, and is solved by elimination over its sparse and the dense columns;
/// then the peeled rows are put back in reverse order, each setting its own column. Columns that no
/// row needs stay zero: in the protocol the vector is sent under a mask as long as itself.
public final class OkvsEncoder {
    /// A 2-core of more rows counts as a failure. At the published expansion it has a few.
    private static final int MOST_IN_CORE = 1024;

    private static final long ONE_ROW = 1L << 32;

    private final OkvsShape shape;
    private final int count;
    private final int[] columns;
    private final long[] dense;
    private final int[] peeledRow;
    private final int[] peeledColumn;
    private int peeled;

    private OkvsEncoder(byte[] seed, OkvsShape shape, long[] keys, int count) {
        this.shape = shape;
        this.count = count;
        columns = new int[3 * count];
        dense = new long[count];
        peeledRow = new int[count];
        peeledColumn = new int[count];
        new RowHash(seed, shape).rows(keys, 0, count, columns, dense);
    }

    /// Encodes pairs of different keys and values, all of them blocks.
    ///
    /// @param seed 16 random bytes, not used before
    /// @return the vector, or empty if these keys and this seed have none: take another seed
    public static Optional<long[]> encode(
            byte[] seed, OkvsShape shape, long[] keys, long[] values, int count) {
        if (count > shape.items()) {
            throw new IllegalArgumentException("too many items: " + count);
        }
        var encoder = new OkvsEncoder(seed, shape, keys, count);
        encoder.peel();
        var vector = new long[2 * shape.size()];
        if (encoder.peeled < count && !encoder.solveCore(values, vector)) {
            return Optional.empty();
        }
        encoder.putBack(values, vector);
        return Optional.of(vector);
    }

    /// How many rows are left when no more can be peeled; for tests of the parameters.
    static int coreSize(byte[] seed, OkvsShape shape, long[] keys, int count) {
        var encoder = new OkvsEncoder(seed, shape, keys, count);
        encoder.peel();
        return count - encoder.peeled;
    }

    /// Each column's number of rows and the sum (exclusive or) of the numbers of its rows lie in
    /// one `long`: when one row is left, its number is there to be read.
    private void peel() {
        var rowsOf = new long[shape.sparse()];
        for (int i = 0; i < 3 * count; i++) {
            rowsOf[columns[i]] = (rowsOf[columns[i]] + ONE_ROW) ^ (i / 3);
        }
        var waiting = new int[shape.sparse()];
        for (int column = 0; column < rowsOf.length; column++) {
            int stacked = 0;
            if (rowsOf[column] >>> 32 == 1) {
                waiting[stacked++] = column;
            }
            while (stacked > 0) {
                int free = waiting[--stacked];
                if (rowsOf[free] >>> 32 == 1) {
                    stacked = takeOut((int) rowsOf[free], free, rowsOf, waiting, stacked);
                }
            }
        }
    }

    private int takeOut(int row, int free, long[] rowsOf, int[] waiting, int stacked) {
        int top = stacked;
        peeledRow[peeled] = row;
        peeledColumn[peeled] = free;
        peeled++;
        for (int i = 3 * row; i < 3 * row + 3; i++) {
            int column = columns[i];
            long left = (rowsOf[column] - ONE_ROW) ^ row;
            rowsOf[column] = left;
            if (left >>> 32 == 1) {
                waiting[top++] = column;
            }
        }
        return top;
    }

    private boolean solveCore(long[] values, long[] vector) {
        int size = count - peeled;
        if (size > MOST_IN_CORE) {
            return false;
        }
        var inCore = new boolean[count];
        Arrays.fill(inCore, true);
        for (int i = 0; i < peeled; i++) {
            inCore[peeledRow[i]] = false;
        }
        var core = new CoreSolver(shape, size);
        for (int row = 0; row < count; row++) {
            if (inCore[row]) {
                core.add(columns, 3 * row, dense[row], values[2 * row], values[2 * row + 1]);
            }
        }
        return core.solve(vector);
    }

    private void putBack(long[] values, long[] vector) {
        var table = new DenseTable(vector, shape);
        boolean anyDense = peeled < count;
        for (int i = peeled - 1; i >= 0; i--) {
            int row = peeledRow[i];
            int a = 2 * columns[3 * row];
            int b = 2 * columns[3 * row + 1];
            int c = 2 * columns[3 * row + 2];
            int to = 2 * peeledColumn[i]; // zero until here
            long low = values[2 * row] ^ vector[a] ^ vector[b] ^ vector[c];
            long high = values[2 * row + 1] ^ vector[a + 1] ^ vector[b + 1] ^ vector[c + 1];
            vector[to] = low;
            vector[to + 1] = high;
            if (anyDense) {
                table.add(dense[row], vector, to);
            }
        }
    }
}
