package io.databourse.mpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.plugin.PartyContext;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key that both owners of a job come to share and nobody else: X25519 (RFC 7748) between keys
/// made for this job alone, then HKDF with SHA-256 (RFC 5869) over the shared secret, salted with
/// the job's id and bound to both public keys.
///
/// [#close] overwrites the key. The private key of the exchange lives in an object of the JDK that
/// cannot be overwritten; it is dropped after its one use and goes with the process, which the node
/// ends with the job.
public final class JobKey implements AutoCloseable {
    private static final String CURVE = "X25519";
    private static final int PUBLIC_BYTES = 32;
    public static final int KEY_BYTES = 32;
    private static final String LABEL = "databourse/mpc/psi/1";
    private static final String SEED_LABEL = "databourse/mpc/psi/seed/1";
    static final int SEED_BYTES = 16;

    private final byte[] bytes;

    JobKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A key that owners have agreed on in another way; it is overwritten by [#close].
    public static JobKey of(byte[] bytes) {
        return new JobKey(bytes);
    }

    /// Agrees on the key over the direct channel of the owners.
    public static JobKey agree(PartyContext context, Parties parties) throws InterruptedException {
        var other = parties.otherThan(context.self());
        var peer = new Peer(other.id(), context.channel(other.id()));
        try {
            var generator = KeyPairGenerator.getInstance(CURVE);
            generator.initialize(NamedParameterSpec.X25519, context.random());
            var pair = generator.generateKeyPair();
            var mine = encode((XECPublicKey) pair.getPublic());
            peer.send(Peer.message(Peer.KEY, 1 + PUBLIC_BYTES).put(Peer.VERSION).put(mine));
            var message = peer.receive(Peer.KEY, 1 + PUBLIC_BYTES);
            peer.requireVersion(message.get());
            var theirs = new byte[PUBLIC_BYTES];
            message.get(theirs);
            JobTerms.agree(context, peer); // not before: a message lasts until the next
            boolean first = context.self().equals(parties.receiver());
            var info =
                    ByteBuffer.allocate(LABEL.length() + 2 * PUBLIC_BYTES)
                            .put(LABEL.getBytes(UTF_8))
                            .put(first ? mine : theirs)
                            .put(first ? theirs : mine)
                            .array();
            return derive(shared(pair, theirs, peer), context.jobId(), info);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot do X25519 and HKDF", e);
        }
    }

    private static byte[] shared(KeyPair mine, byte[] theirs, Peer peer)
            throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance(CURVE);
        agreement.init(mine.getPrivate());
        try {
            var theirKey = new XECPublicKeySpec(NamedParameterSpec.X25519, decode(theirs));
            agreement.doPhase(KeyFactory.getInstance(CURVE).generatePublic(theirKey), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) { // a point of small order
            throw peer.wrong("a public key that is none");
        }
    }

    private static JobKey derive(byte[] shared, String jobId, byte[] info)
            throws GeneralSecurityException {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(shared)
                            .addSalt(jobId.getBytes(UTF_8))
                            .thenExpand(info, KEY_BYTES);
            return new JobKey(KDF.getInstance("HKDF-SHA256").deriveData(parameters));
        } finally {
            Arrays.fill(shared, (byte) 0);
        }
    }

    /// Little-endian, as RFC 7748 writes it.
    private static byte[] encode(XECPublicKey key) {
        var encoded = new byte[PUBLIC_BYTES];
        var u = key.getU();
        for (int i = 0; i < PUBLIC_BYTES; i++) {
            encoded[i] = u.shiftRight(8 * i).byteValue();
        }
        return encoded;
    }

    private static BigInteger decode(byte[] encoded) {
        var bigEndian = new byte[PUBLIC_BYTES];
        for (int i = 0; i < PUBLIC_BYTES; i++) {
            bigEndian[i] = encoded[PUBLIC_BYTES - 1 - i];
        }
        bigEndian[0] &= 0x7f; // RFC 7748 §5: the last bit is not part of it
        return new BigInteger(1, bigEndian);
    }

    /// The key itself; it is overwritten by [#close].
    public byte[] bytes() {
        return bytes;
    }

    /// 16 bytes that both owners may know and that say nothing of the key.
    public byte[] publicSeed() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(SEED_LABEL.getBytes(UTF_8));
            return Arrays.copyOf(digest.digest(bytes), SEED_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Another key for a purpose of its own (HKDF-Expand); whoever asks for it overwrites it.
    public byte[] derived(String purpose) {
        try {
            var parameters =
                    HKDFParameterSpec.expandOnly(
                            new SecretKeySpec(bytes, "HKDF"), purpose.getBytes(UTF_8), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot do HKDF", e);
        }
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "JobKey[hidden]";
    }
}
