package io.databourse.mpc.okvs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Gaussian elimination over GF(2) for the few rows that cannot be peeled, over their sparse
/// columns and all dense ones. It solves whatever can be solved, so it fails no more often than a
/// triangulation that gives each row of the gap a dense column.
final class CoreSolver {
    private final OkvsShape shape;
    private final Map<Integer, Integer> unknownOf = new HashMap<>();
    private final int[] columnOf;
    private final long[][] rows;
    private final long[] low;
    private final long[] high;
    private int count;

    CoreSolver(OkvsShape shape, int size) {
        this.shape = shape;
        int unknowns = shape.dense() + 3 * size;
        columnOf = new int[unknowns];
        for (int i = 0; i < shape.dense(); i++) {
            columnOf[i] = shape.sparse() + i;
        }
        rows = new long[size][(unknowns + 63) / 64];
        low = new long[size];
        high = new long[size];
    }

    void add(int[] columns, int at, long dense, long valueLow, long valueHigh) {
        var row = rows[count];
        row[0] = dense;
        for (int i = at; i < at + 3; i++) {
            int unknown = unknown(columns[i]);
            row[unknown >> 6] |= 1L << unknown;
        }
        low[count] = valueLow;
        high[count] = valueHigh;
        count++;
    }

    private int unknown(int column) {
        return unknownOf.computeIfAbsent(
                column,
                _ -> {
                    int unknown = shape.dense() + unknownOf.size();
                    columnOf[unknown] = column;
                    return unknown;
                });
    }

    /// Sets the unknowns in the vector; false if the rows contradict each other.
    boolean solve(long[] vector) {
        var pivots = new int[count];
        Arrays.fill(pivots, -1);
        for (int row = 0; row < count; row++) {
            int pivot = first(rows[row]);
            if (pivot < 0 && (low[row] | high[row]) != 0) {
                return false;
            }
            pivots[row] = pivot;
            for (int other = 0; pivot >= 0 && other < count; other++) {
                if (other != row && (rows[other][pivot >> 6] >>> pivot & 1) != 0) {
                    subtract(other, row);
                }
            }
        }
        for (int row = 0; row < count; row++) {
            if (pivots[row] >= 0) { // the unknowns that are nobody's pivot are zero
                vector[2 * columnOf[pivots[row]]] = low[row];
                vector[2 * columnOf[pivots[row]] + 1] = high[row];
            }
        }
        return true;
    }

    private void subtract(int from, int row) {
        for (int word = 0; word < rows[row].length; word++) {
            rows[from][word] ^= rows[row][word];
        }
        low[from] ^= low[row];
        high[from] ^= high[row];
    }

    private static int first(long[] row) {
        for (int word = 0; word < row.length; word++) {
            if (row[word] != 0) {
                return 64 * word + Long.numberOfTrailingZeros(row[word]);
            }
        }
        return -1;
    }
}
