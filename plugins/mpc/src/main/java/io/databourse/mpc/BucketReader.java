package io.databourse.mpc;

import java.io.IOException;

/// Reads the tags of one bucket after the other; buckets are stretches of the sorted tags.
final class BucketReader implements AutoCloseable {
    private final LongReader in;
    private final Buckets buckets;
    private final long[] keys;
    private boolean waiting;
    private long high;
    private long low;
    private int count;

    BucketReader(TagSet set, Buckets buckets, int capacity) throws IOException {
        this.in = new LongReader(set.tags());
        this.buckets = buckets;
        this.keys = new long[2 * capacity];
    }

    /// Reads the next bucket; [#keys] and [#count] then tell what is in it.
    void read(int bucket) throws IOException {
        count = 0;
        while (advance() && buckets.of(high) == bucket) {
            if (2 * count == keys.length) {
                throw new IOException("a bucket overflows, as one run in 2^40 may; run it again");
            }
            keys[2 * count] = high;
            keys[2 * count + 1] = low;
            count++;
            waiting = false;
        }
    }

    private boolean advance() throws IOException {
        if (!waiting) {
            if (!in.hasNext()) {
                return false;
            }
            high = in.next();
            low = in.next();
            waiting = true;
        }
        return true;
    }

    /// The tags as blocks; valid until the next bucket.
    long[] keys() {
        return keys;
    }

    int count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
