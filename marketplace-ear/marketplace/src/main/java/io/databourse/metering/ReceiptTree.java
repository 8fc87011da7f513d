package io.databourse.metering;

import io.databourse.crypto.Digest;
import io.databourse.crypto.DigestAlgorithm;
import io.databourse.crypto.MerkleCover;
import io.databourse.crypto.MerkleNodes;
import io.databourse.crypto.MerkleProof;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;

/// The tree of RFC 6962 over a batch's documents, in one flat array a level: thousands of leaves a
/// batch, and no object for any of them.
final class ReceiptTree implements MerkleNodes {
    private static final int HASH = 32;

    /// Level 0 is the leaves'. A level has the hashes of its complete subtrees only.
    private final byte[][] levels;

    private final int size;

    ReceiptTree(List<String> documents) {
        size = documents.size();
        MessageDigest sha256 = sha256();
        levels = new byte[32 - Integer.numberOfLeadingZeros(size)][];
        levels[0] = new byte[size * HASH];
        for (int i = 0; i < size; i++) {
            sha256.update((byte) 0);
            sha256.update(documents.get(i).getBytes(StandardCharsets.UTF_8));
            digest(sha256, levels[0], i);
        }
        for (int level = 1; level < levels.length; level++) {
            byte[] below = levels[level - 1];
            int nodes = below.length / HASH / 2;
            levels[level] = new byte[nodes * HASH];
            for (int i = 0; i < nodes; i++) {
                sha256.update((byte) 1);
                sha256.update(below, 2 * i * HASH, 2 * HASH);
                digest(sha256, levels[level], i);
            }
        }
    }

    Digest root() {
        return MerkleProof.root(size, this);
    }

    List<String> path(int position) {
        return MerkleProof.inclusion(position, size, this).stream().map(Digest::toString).toList();
    }

    /// The hashes that prove these leaves together.
    List<String> cover(NavigableSet<Long> positions) {
        return MerkleCover.of(positions, size, this).stream().map(Digest::toString).toList();
    }

    @Override
    public Digest node(int level, long index) {
        int at = Math.toIntExact(index) * HASH;
        return Digest.of(DigestAlgorithm.SHA_256, Arrays.copyOfRange(levels[level], at, at + HASH));
    }

    private static void digest(MessageDigest sha256, byte[] hashes, int index) {
        try {
            sha256.digest(hashes, index * HASH, HASH);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
