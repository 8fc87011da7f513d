package io.databourse.crypto;

import java.util.ArrayList;
import java.util.List;

/// Builds the audit paths of RFC 6962 §2.1.1 and §2.1.2 from stored subtree hashes.
public final class MerkleProof {
    private MerkleProof() {}

    public static Digest root(long size, MerkleNodes nodes) {
        return MerkleFrontier.restore(size, nodes).root();
    }

    /// That the leaf at `index` is in the tree of the first `size` leaves.
    public static List<Digest> inclusion(long index, long size, MerkleNodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Digest> path = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + MerkleRange.split(end - begin);
            if (index < middle) {
                path.addFirst(MerkleRange.hash(middle, end, nodes));
                end = middle;
            } else {
                path.addFirst(MerkleRange.hash(begin, middle, nodes));
                begin = middle;
            }
        }
        return List.copyOf(path);
    }

    /// That the tree of the first `oldSize` leaves is the beginning of that of `size` leaves.
    public static List<Digest> consistency(long oldSize, long size, MerkleNodes nodes) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException(oldSize + " is not within 0 and " + size);
        }
        List<Digest> path = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (oldSize > 0 && oldSize < end) {
            long middle = begin + MerkleRange.split(end - begin);
            if (oldSize <= middle) {
                path.addFirst(MerkleRange.hash(middle, end, nodes));
                end = middle;
            } else {
                path.addFirst(MerkleRange.hash(begin, middle, nodes));
                begin = middle;
            }
        }
        // The old root itself is known to the verifier, unless the old tree is not a whole subtree.
        if (begin > 0) {
            path.addFirst(MerkleRange.hash(begin, end, nodes));
        }
        return List.copyOf(path);
    }
}
