package io.databourse.mpc.okvs;

/// Sums of the dense part of a vector: eight tables of the sums of eight blocks each, so that the
/// dense bits of a row cost eight look-ups and not one addition a bit.
final class DenseTable {
    private static final int ENTRIES = 256;

    private final int tables;
    private final long[] sums;

    DenseTable(long[] vector, OkvsShape shape) {
        tables = (shape.dense() + 7) / 8;
        sums = new long[2 * tables * ENTRIES];
        for (int table = 0; table < tables; table++) {
            for (int entry = 1; entry < ENTRIES; entry++) {
                int column = 8 * table + Integer.numberOfTrailingZeros(entry);
                if (column < shape.dense()) {
                    int to = 2 * (table * ENTRIES + entry);
                    int rest = 2 * (table * ENTRIES + (entry & entry - 1));
                    int block = 2 * (shape.sparse() + column);
                    sums[to] = sums[rest] ^ vector[block];
                    sums[to + 1] = sums[rest + 1] ^ vector[block + 1];
                }
            }
        }
    }

    /// Adds the sum of the columns that the bits name to a block.
    void add(long bits, long[] blocks, int at) {
        long low = blocks[at];
        long high = blocks[at + 1];
        long rest = bits;
        for (int table = 0; table < 2 * tables * ENTRIES; table += 2 * ENTRIES) {
            int entry = table + 2 * (int) (rest & 0xff);
            low ^= sums[entry];
            high ^= sums[entry + 1];
            rest >>>= 8;
        }
        blocks[at] = low;
        blocks[at + 1] = high;
    }
}
