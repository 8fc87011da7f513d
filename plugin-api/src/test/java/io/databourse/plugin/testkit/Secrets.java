package io.databourse.plugin.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The values that must not be seen, in all the forms that they could be sent in: raw, hex, base64,
/// and as an unsalted hash, of which eight bytes are enough.
final class Secrets {
    /// Shorter patterns turn up by chance in what looks random.
    private static final int SHORTEST = 8;

    private final Map<ByteBuffer, List<Form>> byPrefix = new HashMap<>();

    /// Every long enough value of every input.
    static Secrets of(TckCase job) {
        var secrets = new Secrets();
        for (var player : job.players()) {
            player.input()
                    .ifPresent(data -> data.rows().forEach(row -> row.forEach(secrets::plant)));
        }
        return secrets;
    }

    boolean isEmpty() {
        return byPrefix.isEmpty();
    }

    private void plant(@Nullable Object value) {
        if (value instanceof Long number && Math.abs(number) >= 1_000_000_000L) {
            plant(bytes(number, ByteOrder.BIG_ENDIAN), number + " as a big-endian number");
            plant(bytes(number, ByteOrder.LITTLE_ENDIAN), number + " as a little-endian number");
        }
        if (value != null) {
            var text = value.toString().getBytes(UTF_8);
            if (text.length >= SHORTEST) {
                plant(text, value.toString());
                for (var algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
                    plant(
                            Arrays.copyOf(digest(algorithm, text), SHORTEST),
                            value + " as unsalted " + algorithm);
                }
            }
        }
    }

    private static byte[] bytes(long number, ByteOrder order) {
        return ByteBuffer.allocate(Long.BYTES).order(order).putLong(number).array();
    }

    private static byte[] digest(String algorithm, byte[] text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void plant(byte[] secret, String name) {
        var hex = HexFormat.of().formatHex(secret);
        add(secret, name);
        add(hex.getBytes(US_ASCII), name + " in hex");
        add(hex.toUpperCase(Locale.ROOT).getBytes(US_ASCII), name + " in hex");
        for (int shift = 0; shift < 3; shift++) {
            add(base64(secret, shift), name + " in base64");
        }
    }

    /// The groups of four that are the same whatever stands before and behind the secret, if it
    /// begins `shift` bytes after the start of a group.
    private static byte[] base64(byte[] secret, int shift) {
        var shifted = new byte[shift + secret.length];
        System.arraycopy(secret, 0, shifted, shift, secret.length);
        var text = Base64.getEncoder().encode(shifted);
        return Arrays.copyOfRange(text, shift == 0 ? 0 : 4, shifted.length / 3 * 4);
    }

    private void add(byte[] form, String name) {
        if (form.length >= SHORTEST) {
            byPrefix.computeIfAbsent(ByteBuffer.wrap(form, 0, SHORTEST), _ -> new ArrayList<>())
                    .add(new Form(form, name));
        }
    }

    /// The first secret that the bytes contain.
    Optional<String> in(byte[] transcript) {
        for (int at = 0; at + SHORTEST <= transcript.length; at++) {
            var prefix = ByteBuffer.wrap(transcript, at, SHORTEST);
            for (var form : byPrefix.getOrDefault(prefix, List.of())) {
                if (form.isAt(at, transcript)) {
                    return Optional.of(form.name());
                }
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("ArrayRecordComponent") // equality is not used
    private record Form(byte[] bytes, String name) {
        boolean isAt(int at, byte[] transcript) {
            return at + bytes.length <= transcript.length
                    && Arrays.equals(bytes, 0, bytes.length, transcript, at, at + bytes.length);
        }
    }
}
