package io.databourse.mpc.okvs;

import io.databourse.mpc.aes.BulkAes;

/// The random rows of a store: each key's three distinct sparse columns and its dense bits, from
/// two permutations of the key under keys that the seed gives.
final class RowHash {
    private static final int SLICE = 1024;
    private static final int WORD_BITS = 42;
    private static final long WORD = (1L << WORD_BITS) - 1;

    private final OkvsShape shape;
    private final long denseMask;
    private final BulkAes sparseAes;
    private final BulkAes denseAes;
    private final long[] blocks = new long[2 * SLICE];

    RowHash(byte[] seed, OkvsShape shape) {
        this.shape = shape;
        this.denseMask = shape.dense() == 0 ? 0 : -1L >>> (Long.SIZE - shape.dense());
        sparseAes = BulkAes.derived(seed, 1);
        denseAes = BulkAes.derived(seed, 2);
    }

    /// Writes the rows of the keys `from` to `from + count`: three columns a row, and the bits.
    void rows(long[] keys, int from, int count, int[] columns, long[] dense) {
        for (int done = 0; done < count; ) {
            int now = Math.min(SLICE, count - done);
            sparseAes.permute(keys, from + done, blocks, 0, now);
            for (int i = 0; i < now; i++) {
                columns(blocks[2 * i], blocks[2 * i + 1], columns, 3 * (done + i));
            }
            denseAes.permute(keys, from + done, blocks, 0, now);
            for (int i = 0; i < now; i++) {
                dense[done + i] = blocks[2 * i] & denseMask;
            }
            done += now;
        }
    }

    /// Three numbers below the number of columns, without replacement, from 3 × 42 bits.
    private void columns(long low, long high, int[] columns, int at) {
        int sparse = shape.sparse();
        int first = below(low, sparse);
        int second = below(high, sparse - 1);
        // what the first two left: 22 bits of one word and 20 of the other
        int third = below((low >>> WORD_BITS) << 20 | high >>> 44, sparse - 2);
        if (second >= first) {
            second++;
        }
        if (third >= Math.min(first, second)) {
            third++;
        }
        if (third >= Math.max(first, second)) {
            third++;
        }
        columns[at] = first;
        columns[at + 1] = second;
        columns[at + 2] = third;
    }

    private static int below(long word, int bound) {
        return (int) (((word & WORD) * bound) >>> WORD_BITS);
    }
}
