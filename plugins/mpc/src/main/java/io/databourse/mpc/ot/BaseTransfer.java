package io.databourse.mpc.ot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.databourse.mpc.group.Element;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// The few transfers that everything else grows from, by Diffie–Hellman: T. Chou and C. Orlandi,
/// *The Simplest Protocol for Oblivious Transfer*, LATINCRYPT 2015, over ristretto255 with SHA-256
/// over the number of the transfer and all that was sent.
///
/// The sender sends `A = aG`; the receiver answers each choice c with `B = bG + cA`, which is
/// uniform whatever c is, and keeps `H(bA)`; the sender has `H(aB)` for c = 0 and `H(a(B - A))` for
/// c = 1. Against parties that follow the protocol its security is that of computational
/// Diffie–Hellman in the random-oracle model; the weaknesses found later concern parties that do
/// not follow it.
public final class BaseTransfer {
    /// Bytes of a key.
    public static final int KEY_BYTES = 16;

    private static final byte[] LABEL = "databourse/mpc/ot/1".getBytes(US_ASCII);

    private BaseTransfer() {}

    /// The party that gets both keys of each transfer.
    public static final class Sender {
        private final byte[] secret;
        private final Element ours;
        private final byte[] first;

        public Sender(SecureRandom random) {
            secret = Element.randomScalar(random);
            ours = Element.GENERATOR.times(secret);
            first = ours.encode();
        }

        /// The first message.
        public byte[] first() {
            return first.clone();
        }

        /// The keys of all transfers, `[transfer][choice]`, from the receiver's answer; empty if it
        /// is none.
        public Optional<byte[][][]> keys(ByteBuffer answer) {
            var keys = new byte[answer.remaining() / Element.BYTES][2][];
            var offset = ours.times(secret);
            for (int i = 0; i < keys.length; i++) {
                var bytes = new byte[Element.BYTES];
                answer.get(bytes);
                var theirs = Element.decode(bytes);
                if (theirs.isEmpty()) {
                    return Optional.empty();
                }
                var shared = theirs.get().times(secret);
                keys[i][0] = key(i, first, bytes, shared);
                keys[i][1] = key(i, first, bytes, shared.minus(offset));
            }
            Arrays.fill(secret, (byte) 0);
            return Optional.of(keys);
        }
    }

    /// What the party that chooses has in the end.
    ///
    /// @param answer to be sent
    /// @param keys the key that was chosen, for each transfer
    @SuppressWarnings("ArrayRecordComponent") // equality is not used
    public record Chosen(byte[] answer, byte[][] keys) {}

    /// Chooses one key of each transfer; empty if the first message is none.
    public static Optional<Chosen> choose(byte[] first, boolean[] choices, SecureRandom random) {
        return Element.decode(first)
                .filter(theirs -> !theirs.equals(Element.IDENTITY))
                .map(theirs -> choose(first, theirs, choices, random));
    }

    private static Chosen choose(
            byte[] first, Element theirs, boolean[] choices, SecureRandom random) {
        var answer = ByteBuffer.allocate(choices.length * Element.BYTES);
        var keys = new byte[choices.length][];
        var generator = new Element.Table(Element.GENERATOR);
        var table = new Element.Table(theirs);
        for (int i = 0; i < choices.length; i++) {
            var secret = Element.randomScalar(random);
            var blind = generator.times(secret);
            var bytes = (choices[i] ? blind.plus(theirs) : blind).encode();
            answer.put(bytes);
            keys[i] = key(i, first, bytes, table.times(secret));
            Arrays.fill(secret, (byte) 0);
        }
        return new Chosen(answer.array(), keys);
    }

    private static byte[] key(int transfer, byte[] first, byte[] answer, Element shared) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(LABEL);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, transfer));
            digest.update(first);
            digest.update(answer);
            digest.update(shared.encode());
            return Arrays.copyOf(digest.digest(), KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
