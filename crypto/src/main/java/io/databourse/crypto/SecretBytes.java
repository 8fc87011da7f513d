package io.databourse.crypto;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/// Key material or a password. It is zeroised by [#close], after which every use fails, and its
/// text form shows none of it.
public final class SecretBytes implements AutoCloseable {
    private final byte[] bytes;
    private boolean destroyed;

    private SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static SecretBytes random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return new SecretBytes(bytes);
    }

    /// Takes a copy; the caller still has to wipe its own array.
    public static SecretBytes copyOf(byte[] bytes) {
        return new SecretBytes(bytes.clone());
    }

    /// Takes the array itself and wipes it on close.
    public static SecretBytes owning(byte[] bytes) {
        return new SecretBytes(bytes);
    }

    /// Lends the bytes to `use` without a copy. They must not be kept.
    public synchronized <T> T reveal(Function<byte[], T> use) {
        if (destroyed) {
            throw new IllegalStateException("the secret was destroyed");
        }
        return use.apply(bytes);
    }

    /// A copy that the caller wipes.
    public byte[] copy() {
        return reveal(byte[]::clone);
    }

    public int length() {
        return bytes.length;
    }

    public synchronized boolean destroyed() {
        return destroyed;
    }

    @Override
    public synchronized void close() {
        Arrays.fill(bytes, (byte) 0);
        destroyed = true;
    }

    /// Compares in constant time.
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretBytes that && MessageDigest.isEqual(copy(), that.copy());
    }

    /// The length only: a hash of a secret would tell something about it.
    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "SecretBytes[" + bytes.length + " bytes]";
    }
}
