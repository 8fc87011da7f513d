package io.databourse.mpc;

/// How many bytes of a tag are sent.
///
/// Tags of different keys agree in all `8t` bits with probability `2^-8t`. With `t = ⌈(log2 nA +
/// log2 nB + 40) / 8⌉` the union bound over all pairs says that a wrong match turns up in a whole
/// run with probability at most `2^-40`.
public final class TagLength {
    /// As much of the HMAC as is kept on disk.
    public static final int MOST = 16;

    static final int LEAST = 5;

    private static final int STATISTICAL_BITS = 40;

    private TagLength() {}

    public static int of(long sizeA, long sizeB) {
        return of(sizeA, sizeB, 1);
    }

    /// For sets in buckets of these capacities, of which only the same buckets are compared: pairs
    /// are then counted once a bucket.
    static int of(long sizeA, long sizeB, int buckets) {
        int bits = bits(sizeA) + bits(sizeB) + bits(buckets) + STATISTICAL_BITS;
        return Math.min(MOST, (bits + 7) / 8);
    }

    /// `⌈log2 size⌉`.
    static int bits(long size) {
        return size <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(size - 1);
    }
}
