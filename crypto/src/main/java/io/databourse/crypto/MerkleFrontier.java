package io.databourse.crypto;

import java.util.ArrayList;
import java.util.List;

/// The right edge of a growing tree: one hash for each bit that is set in its size, largest subtree
/// first. It is all that an append needs, at most 63 hashes, and O(log n) work.
///
/// Immutable; store the new nodes of an [Append] in the same transaction as the leaf.
public record MerkleFrontier(long size, List<Digest> peaks) {
    public MerkleFrontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has no " + peaks.size() + " peaks");
        }
    }

    /// A complete subtree's hash and place, as in [MerkleNodes#node].
    public record Node(int level, long index, Digest hash) {}

    /// The tree after one leaf, and the subtrees which that leaf completed, the leaf itself first.
    public record Append(MerkleFrontier frontier, List<Node> completed) {
        public Append {
            completed = List.copyOf(completed);
        }
    }

    public static MerkleFrontier empty() {
        return new MerkleFrontier(0, List.of());
    }

    /// Reads the edge of a stored log back.
    public static MerkleFrontier restore(long size, MerkleNodes nodes) {
        return new MerkleFrontier(size, MerkleRange.peaks(0, size, nodes));
    }

    public Append append(Digest leafHash) {
        List<Digest> edge = new ArrayList<>(peaks);
        List<Node> completed = new ArrayList<>();
        Digest hash = leafHash;
        completed.add(new Node(0, size, hash));
        for (int level = 0; (size >>> level & 1) == 1; level++) {
            hash = MerkleHash.node(edge.removeLast(), hash);
            completed.add(new Node(level + 1, size >>> (level + 1), hash));
        }
        edge.add(hash);
        return new Append(new MerkleFrontier(size + 1, edge), completed);
    }

    public Digest root() {
        return peaks.isEmpty() ? MerkleHash.emptyRoot() : MerkleRange.fold(peaks);
    }
}
