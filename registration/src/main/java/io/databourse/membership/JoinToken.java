package io.databourse.membership;

import io.databourse.crypto.Digest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Makes tokens of 256 random bits; only their hash is kept.
final class JoinToken {
    private static final SecureRandom RANDOM = new SecureRandom();

    private JoinToken() {}

    static String next() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String hash(String token) {
        return Digest.sha256(token).toString();
    }
}
