package io.databourse.mpc;

/// How many bytes of a tag are sent.
///
/// Tags of different keys agree in all `8t` bits with probability `2^-8t`. With `t = ⌈(log2 nA +
/// log2 nB + 40) / 8⌉` the union bound over all pairs says that a wrong match turns up in a whole
/// run with probability at most `2^-40`.
final class TagLength {
    /// As much of the HMAC as is kept on disk.
    static final int MOST = 16;

    static final int LEAST = 5;

    private static final int STATISTICAL_BITS = 40;

    private TagLength() {}

    static int of(long sizeA, long sizeB) {
        int bits = bits(sizeA) + bits(sizeB) + STATISTICAL_BITS;
        return Math.min(MOST, (bits + 7) / 8);
    }

    /// `⌈log2 size⌉`.
    private static int bits(long size) {
        return size <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(size - 1);
    }
}
