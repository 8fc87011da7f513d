package io.databourse.crypto;

import java.security.KeyPair;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/// SM2-with-SM3 (GB/T 32918.2) with the user id of GM/T 0009, `1234567812345678`, which Bouncy
/// Castle takes when none is given. Thread-safe.
public final class Sm2Signer implements Signer {
    private final Sm2KeyPair keys;
    private final String fingerprint;
    private final SecureRandom random;

    public Sm2Signer(Sm2KeyPair keys) {
        this(keys, new SecureRandom());
    }

    /// The published vectors fix k, so the tests bring their own source of it.
    Sm2Signer(Sm2KeyPair keys, SecureRandom random) {
        this.keys = keys;
        this.fingerprint = Fingerprint.of(keys.publicKey());
        this.random = random;
    }

    public static Sm2Signer of(KeyPair keys) {
        return new Sm2Signer(Sm2KeyPair.of(keys));
    }

    @Override
    public byte[] sign(byte[] message) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(true, new ParametersWithRandom(keys.privateKey(), random));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (org.bouncycastle.crypto.CryptoException e) {
            throw new CryptoException("cannot sign", e);
        }
    }

    @Override
    public String keyFingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return "Sm2Signer[" + fingerprint + "]";
    }
}
