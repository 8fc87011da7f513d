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

    long low(long bits) {
        return sum(bits, 0);
    }

    long high(long bits) {
        return sum(bits, 1);
    }

    private long sum(long bits, int half) {
        long sum = 0;
        long rest = bits;
        for (int table = 0; table < tables; table++) {
            sum ^= sums[2 * (table * ENTRIES + (int) (rest & 0xff)) + half];
            rest >>>= 8;
        }
        return sum;
    }
}
