package io.databourse.mpc;

import io.databourse.mpc.aes.BulkAes;

/// The outputs of the oblivious pseudorandom function for one bucket: hashed, cut to the length
/// that is sent, and sorted. Sorted they say nothing of the order of the keys.
final class SortedOutputs {
    private static final int SLICE = 1024;

    private final BulkAes hash;
    private final long[] hashed = new long[2 * SLICE];
    private final long highMask;
    private final long lowMask;
    private final long[] high;
    private final long[] low;
    private final TagSorter sorter;

    SortedOutputs(BulkAes hash, Buckets buckets, int capacity) {
        this.hash = hash;
        this.highMask = TagStream.mask(Math.min(buckets.tagBytes(), Long.BYTES));
        this.lowMask = TagStream.mask(Math.max(0, buckets.tagBytes() - Long.BYTES));
        this.high = new long[capacity];
        this.low = new long[capacity];
        this.sorter = new TagSorter(capacity);
    }

    /// Takes the first blocks for the outputs of the keys, unhashed.
    void fill(long[] blocks, int count) {
        for (int done = 0; done < count; done += SLICE) {
            int now = Math.min(SLICE, count - done);
            hash.hash(blocks, done, hashed, 0, now);
            for (int i = 0; i < now; i++) {
                high[done + i] = hashed[2 * i] & highMask;
                low[done + i] = hashed[2 * i + 1] & lowMask;
            }
        }
        sorter.sort(high, low, count);
    }

    /// The key whose output is at a place of the order.
    int index(int place) {
        return sorter.index(place);
    }

    long high(int index) {
        return high[index];
    }

    long low(int index) {
        return low[index];
    }
}
