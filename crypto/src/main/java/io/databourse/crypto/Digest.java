package io.databourse.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// A hash value that names its algorithm. Its text form is `sm3:<hex>` or `sha256:<hex>`.
public final class Digest {
    private static final HexFormat HEX = HexFormat.of();

    private final DigestAlgorithm algorithm;
    private final byte[] bytes;

    private Digest(DigestAlgorithm algorithm, byte[] bytes) {
        if (bytes.length != DigestAlgorithm.LENGTH) {
            throw new IllegalArgumentException("digest has " + bytes.length + " bytes, not 32");
        }
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    /// Wraps 32 bytes that are a hash already.
    public static Digest of(DigestAlgorithm algorithm, byte[] hash) {
        return new Digest(algorithm, hash.clone());
    }

    /// SM3 (GB/T 32905) of the parts one after the other.
    public static Digest sm3(byte[]... parts) {
        return DigestAlgorithm.SM3.of(parts);
    }

    /// SM3 of the text's UTF-8 bytes.
    public static Digest sm3(String text) {
        return sm3(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Digest sm3(InputStream in) throws IOException {
        return DigestAlgorithm.SM3.of(in);
    }

    public static Digest sm3(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sm3(in);
        }
    }

    /// SHA-256 of the parts one after the other.
    public static Digest sha256(byte[]... parts) {
        return DigestAlgorithm.SHA_256.of(parts);
    }

    /// SHA-256 of the text's UTF-8 bytes.
    public static Digest sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Digest sha256(InputStream in) throws IOException {
        return DigestAlgorithm.SHA_256.of(in);
    }

    public static Digest sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in);
        }
    }

    /// Reads the text form back; anything else is an [IllegalArgumentException].
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not algorithm:hex: " + text);
        }
        DigestAlgorithm algorithm = DigestAlgorithm.ofPrefix(text.substring(0, colon));
        return new Digest(algorithm, HEX.parseHex(text.substring(colon + 1)));
    }

    public DigestAlgorithm algorithm() {
        return algorithm;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// The same array at every call, for hashing without a copy inside this package.
    byte[] shared() {
        return bytes;
    }

    public String hex() {
        return HEX.formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that
                && algorithm == that.algorithm
                && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return algorithm.prefix() + ":" + hex();
    }
}
