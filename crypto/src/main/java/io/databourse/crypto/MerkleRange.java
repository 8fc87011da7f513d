package io.databourse.crypto;

import java.util.ArrayList;
import java.util.List;

/// Hashes of leaf ranges, put together from complete subtrees.
final class MerkleRange {
    private MerkleRange() {}

    /// MTH(D[begin:end]), where begin is a multiple of the largest power of two below the length.
    static Digest hash(long begin, long end, MerkleNodes nodes) {
        return fold(peaks(begin, end, nodes));
    }

    static List<Digest> peaks(long begin, long end, MerkleNodes nodes) {
        List<Digest> peaks = new ArrayList<>();
        for (long at = begin; at < end; ) {
            int level = 63 - Long.numberOfLeadingZeros(end - at);
            peaks.add(nodes.node(level, at >>> level));
            at += 1L << level;
        }
        return peaks;
    }

    /// From the right, as the tree leans.
    static Digest fold(List<Digest> peaks) {
        Digest hash = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            hash = MerkleHash.node(peaks.get(i), hash);
        }
        return hash;
    }

    /// The largest power of two smaller than n, n > 1.
    static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
