package io.databourse.node.review;

import io.databourse.crypto.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// What a reviewer's password is checked with: PBKDF2 with HMAC-SHA-512 (RFC 8018, section 5.2), in
/// the form `pbkdf2-sha512$<iterations>$<salt>$<hash>`, both in base64.
public record PasswordHash(int iterations, String salt, String hash) {
    private static final String NAME = "pbkdf2-sha512";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

    /// OWASP Password Storage Cheat Sheet: at least 210,000 with SHA-512.
    private static final int ITERATIONS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_ITERATIONS = 10_000_000;

    /// Reads the form.
    ///
    /// @throws IllegalArgumentException if it is another one, without quoting it
    public static PasswordHash parse(String text) {
        var parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(NAME) || !parts[1].matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException("not a password hash");
        }
        var iterations = Integer.parseInt(parts[1]);
        if (iterations < ITERATIONS
                || iterations > MOST_ITERATIONS
                || Base64.getDecoder().decode(parts[2]).length < SALT_BYTES
                || Base64.getDecoder().decode(parts[3]).length != HASH_BYTES) {
            throw new IllegalArgumentException("not a password hash of enough work");
        }
        return new PasswordHash(iterations, parts[2], parts[3]);
    }

    public static PasswordHash of(char[] password) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var derived = derive(password, salt, ITERATIONS);
        return new PasswordHash(
                ITERATIONS,
                Base64.getEncoder().encodeToString(salt),
                derived.reveal(Base64.getEncoder()::encodeToString));
    }

    public boolean matches(char[] password) {
        try (var derived = derive(password, Base64.getDecoder().decode(salt), iterations)) {
            var expected = Base64.getDecoder().decode(hash);
            return derived.reveal(bytes -> MessageDigest.isEqual(bytes, expected));
        }
    }

    private static SecretBytes derive(char[] password, byte[] salt, int iterations) {
        var specification = new PBEKeySpec(password, salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretBytes.owning(
                    SecretKeyFactory.getInstance(ALGORITHM)
                            .generateSecret(specification)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
        } finally {
            specification.clearPassword();
        }
    }

    /// The form for `node.properties`.
    public String text() {
        return String.join("$", NAME, Integer.toString(iterations), salt, hash);
    }

    @Override
    public String toString() {
        return NAME;
    }
}
