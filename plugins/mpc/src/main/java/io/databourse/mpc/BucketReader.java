package io.databourse.mpc;

import java.io.IOException;
import java.io.RandomAccessFile;

/// Reads the tags of one bucket after the other; buckets are stretches of the sorted tags.
final class BucketReader implements AutoCloseable {
    private final LongReader in;
    private final Buckets buckets;
    private final long[] keys;
    private boolean waiting;
    private long high;
    private long low;
    private int count;
    private long rank;

    /// Reads from a bucket on.
    BucketReader(TagSet set, Buckets buckets, int capacity, int first) throws IOException {
        this.buckets = buckets;
        this.rank = rankOf(first, set);
        this.in = new LongReader(set.tags(), 2 * rank);
        this.keys = new long[2 * capacity];
    }

    /// The rank of the first tag that is in this bucket or a later one.
    private long rankOf(int bucket, TagSet set) throws IOException {
        if (bucket == 0) {
            return 0;
        }
        try (var file = new RandomAccessFile(set.tags().toFile(), "r")) {
            var tag = new byte[Long.BYTES];
            long low = 0;
            long high = set.size();
            while (low < high) {
                long middle = (low + high) >>> 1;
                file.seek(2 * Long.BYTES * middle);
                file.readFully(tag);
                if (buckets.of((long) LongWriter.LONG.get(tag, 0)) < bucket) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /// Reads the next bucket; [#keys] and [#count] then tell what is in it.
    void read(int bucket) throws IOException {
        rank += count;
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

    /// The rank of the first of them.
    long rank() {
        return rank;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
