package io.databourse.mpc.ecdh;

import java.nio.ByteBuffer;

/// A set of values of 16 bytes that look random, as two numbers each in one flat table.
final class FinalTags {
    private final long[] table;
    private final int mask;

    /// Room for so many.
    FinalTags(int most) {
        int slots = Math.max(2, Integer.highestOneBit(Math.max(1, most)) * 4);
        table = new long[2 * slots];
        mask = slots - 1;
    }

    /// Adds all values of a buffer.
    void addAll(byte[] values) {
        var buffer = ByteBuffer.wrap(values);
        while (buffer.hasRemaining()) {
            add(buffer.getLong(), buffer.getLong());
        }
    }

    private void add(long high, long low) {
        int slot = slot(high, low);
        table[2 * slot] = high;
        table[2 * slot + 1] = low;
    }

    boolean contains(long high, long low) {
        int slot = slot(high, low);
        return table[2 * slot] == high && table[2 * slot + 1] == low && !isFree(slot);
    }

    /// Where the value is, or would be. A value of zeros alone, which stands for a free slot, comes
    /// once in 2^128.
    private int slot(long high, long low) {
        int slot = (int) high & mask;
        while (!isFree(slot) && (table[2 * slot] != high || table[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isFree(int slot) {
        return table[2 * slot] == 0 && table[2 * slot + 1] == 0;
    }
}
