package io.databourse.mpc.ecdh;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.mpc.group.Element;
import io.databourse.mpc.group.UniformElement;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Hashes to ristretto255 as RFC 9380 appendix B says (`ristretto255_XMD:SHA-512_R255MAP_RO_`): a
/// random oracle into the group, so that nobody knows how elements depend on each other.
final class HashToGroup {
    private static final int HASH = 64;
    private static final int BLOCK = 128;

    private final byte[] domain;

    /// A hash for one use.
    ///
    /// @param domain the domain separation tag, of 1 to 255 bytes
    HashToGroup(String domain) {
        this.domain = domain.getBytes(UTF_8);
        if (this.domain.length == 0 || this.domain.length > 255) {
            throw new IllegalArgumentException("a domain has 1 to 255 bytes");
        }
    }

    Element element(byte[] message) {
        return UniformElement.of(expand(message, UniformElement.BYTES));
    }

    /// `expand_message_xmd` with SHA-512 (RFC 9380 §5.3.1).
    byte[] expand(byte[] message, int length) {
        int blocks = (length + HASH - 1) / HASH;
        if (blocks > 255) {
            throw new IllegalArgumentException("that many bytes cannot be had: " + length);
        }
        var digest = sha512();
        digest.update(new byte[BLOCK]);
        digest.update(message);
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
        digest.update((byte) 0);
        var first = finish(digest);
        var all = new byte[blocks * HASH];
        var last = new byte[HASH];
        for (int block = 1; block <= blocks; block++) {
            for (int i = 0; i < HASH; i++) {
                last[i] ^= first[i];
            }
            digest.update(last);
            digest.update((byte) block);
            last = finish(digest);
            System.arraycopy(last, 0, all, (block - 1) * HASH, HASH);
        }
        return Arrays.copyOf(all, length);
    }

    private byte[] finish(MessageDigest digest) {
        digest.update(domain);
        digest.update((byte) domain.length);
        return digest.digest();
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
