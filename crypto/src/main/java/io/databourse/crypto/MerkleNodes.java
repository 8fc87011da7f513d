package io.databourse.crypto;

import java.util.List;

/// Gives the hashes of a log's complete subtrees, wherever they are stored.
public interface MerkleNodes {
    /// The hash of the subtree over the leaves from `index * 2^level` up to, not including, `(index
    /// + 1) * 2^level`. Level 0 are the leaf hashes. Only complete subtrees are asked for.
    Digest node(int level, long index);

    /// Over leaf hashes alone, each subtree computed anew: for short logs and for auditors.
    static MerkleNodes ofLeaves(List<Digest> leaves) {
        return new MerkleNodes() {
            @Override
            public Digest node(int level, long index) {
                return level == 0
                        ? leaves.get(Math.toIntExact(index))
                        : MerkleHash.node(
                                node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
            }
        };
    }
}
