package io.databourse.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.jcajce.provider.digest.SM3;

/// The hash functions in use: SM3 for what is signed, SHA-256 for files and hash trees.
public enum DigestAlgorithm {
    SM3("sm3"),
    SHA_256("sha256");

    static final int LENGTH = 32;
    private static final int CHUNK = 1 << 16;

    private final String prefix;

    DigestAlgorithm(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    static DigestAlgorithm ofPrefix(String prefix) {
        return switch (prefix) {
            case "sm3" -> SM3;
            case "sha256" -> SHA_256;
            default -> throw new IllegalArgumentException("unknown digest: " + prefix);
        };
    }

    /// A fresh JDK digest, for callers that feed it piece by piece.
    public MessageDigest messageDigest() {
        return switch (this) {
            case SM3 -> new SM3.Digest();
            case SHA_256 -> sha256();
        };
    }

    Digest of(byte[]... parts) {
        MessageDigest digest = messageDigest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return Digest.of(this, digest.digest());
    }

    Digest of(InputStream in) throws IOException {
        MessageDigest digest = messageDigest();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            digest.update(chunk, 0, read);
        }
        return Digest.of(this, digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
