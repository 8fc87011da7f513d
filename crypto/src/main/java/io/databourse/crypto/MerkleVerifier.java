package io.databourse.crypto;

import java.util.Iterator;
import java.util.List;

/// Verifies audit paths by the iterative algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2. It needs
/// nothing but the proof and the roots, so an outsider can run it.
public final class MerkleVerifier {
    private MerkleVerifier() {}

    public static boolean inclusion(
            Digest leafHash, long index, long size, List<Digest> path, Digest root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Digest hash = leafHash;
        for (Digest sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = MerkleHash.node(sibling, hash);
                // At the right edge, levels where the node has no sibling are skipped. fn is not 0
                // here: that would need sn = 0.
                int skip = Long.numberOfTrailingZeros(fn);
                fn >>>= skip;
                sn >>>= skip;
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && hash.equals(root);
    }

    public static boolean consistency(
            long oldSize, long size, Digest oldRoot, Digest root, List<Digest> path) {
        if (oldSize < 0 || oldSize > size) {
            return false;
        }
        if (oldSize == size) {
            return path.isEmpty() && oldRoot.equals(root);
        }
        if (oldSize == 0) {
            return path.isEmpty() && oldRoot.equals(MerkleHash.emptyRoot());
        }
        return !path.isEmpty() && walk(oldSize, size, oldRoot, root, path);
    }

    private static boolean walk(
            long oldSize, long size, Digest oldRoot, Digest root, List<Digest> path) {
        int shift = Long.numberOfTrailingZeros(oldSize);
        long fn = (oldSize - 1) >>> shift;
        long sn = (size - 1) >>> shift;
        Iterator<Digest> rest = path.iterator();
        Digest first = Long.bitCount(oldSize) == 1 ? oldRoot : rest.next();
        Digest oldHash = first;
        Digest hash = first;
        while (rest.hasNext()) {
            if (sn == 0) {
                return false;
            }
            Digest sibling = rest.next();
            if ((fn & 1) == 1 || fn == sn) {
                oldHash = MerkleHash.node(sibling, oldHash);
                hash = MerkleHash.node(sibling, hash);
                int skip = Long.numberOfTrailingZeros(fn);
                fn >>>= skip;
                sn >>>= skip;
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && oldHash.equals(oldRoot) && hash.equals(root);
    }
}
