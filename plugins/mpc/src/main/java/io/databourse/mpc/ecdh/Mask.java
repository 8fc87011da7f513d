package io.databourse.mpc.ecdh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.databourse.mpc.group.Element;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// An owner's secret number, by which it multiplies elements: many at a time, on all processors.
final class Mask implements AutoCloseable {
    /// Bytes of what is compared in the end.
    static final int FINAL_BYTES = 16;

    private static final HashToGroup HASH =
            new HashToGroup(
                    "databourse-mpc-psi-ecdh-V01-with-ristretto255_XMD:SHA-512_R255MAP_RO_");
    private static final byte[] FINAL = "databourse/mpc/psi-ecdh/final/1".getBytes(US_ASCII);

    /// Tags of a key that are hashed to the group.
    private static final int TAG_BYTES = 16;

    private final byte[] scalar;

    Mask(SecureRandom random) {
        this(Element.randomScalar(random));
    }

    /// The mask of a number below 2^252, little-endian, which it overwrites in the end.
    Mask(byte[] scalar) {
        this.scalar = scalar;
    }

    /// Hashes tags to the group, multiplies, and encodes.
    byte[] ofTags(byte[] tags) {
        int count = tags.length / TAG_BYTES;
        var masked = new byte[count * Element.BYTES];
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> {
                    var tag = Arrays.copyOfRange(tags, i * TAG_BYTES, (i + 1) * TAG_BYTES);
                    var element = HASH.element(tag).times(scalar).encode();
                    System.arraycopy(element, 0, masked, i * Element.BYTES, Element.BYTES);
                });
        return masked;
    }

    /// Multiplies what the other owner has masked, and hashes; empty if anything is no element, or
    /// the identity, which would hide nothing.
    Optional<byte[]> ofMasked(ByteBuffer masked) {
        int count = masked.remaining() / Element.BYTES;
        var bytes = new byte[count * Element.BYTES];
        masked.get(bytes);
        var twice = new byte[count * FINAL_BYTES];
        boolean fine =
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> isMasked(bytes, i, twice))
                        .reduce(true, Boolean::logicalAnd);
        return fine ? Optional.of(twice) : Optional.empty();
    }

    private boolean isMasked(byte[] masked, int i, byte[] twice) {
        var bytes = Arrays.copyOfRange(masked, i * Element.BYTES, (i + 1) * Element.BYTES);
        var element = Element.decode(bytes);
        if (element.isEmpty() || Arrays.equals(bytes, new byte[Element.BYTES])) {
            return false;
        }
        var digest = sha256();
        digest.update(FINAL);
        var hash = digest.digest(element.get().times(scalar).encode());
        System.arraycopy(hash, 0, twice, i * FINAL_BYTES, FINAL_BYTES);
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Arrays.fill(scalar, (byte) 0);
    }
}
