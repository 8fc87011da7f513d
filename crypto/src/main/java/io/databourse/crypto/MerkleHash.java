package io.databourse.crypto;

/// The hashes of RFC 6962 §2.1 / RFC 9162 §2.1.1, SHA-256. The first byte keeps a leaf from being
/// taken for a node.
public final class MerkleHash {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleHash() {}

    public static Digest leaf(byte[] entry) {
        return Digest.sha256(LEAF, entry);
    }

    public static Digest node(Digest left, Digest right) {
        return Digest.sha256(NODE, left.shared(), right.shared());
    }

    /// The root of a tree without leaves: the hash of nothing.
    public static Digest emptyRoot() {
        return Digest.sha256(new byte[0]);
    }
}
