package io.databourse.crypto;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/// A point on the SM2 curve that verifies signatures and receives encrypted messages.
public final class Sm2PublicKey {
    private final ECPublicKeyParameters parameters;

    private Sm2PublicKey(ECPublicKeyParameters parameters) {
        this.parameters = parameters;
    }

    /// From the uncompressed (65 bytes) or compressed (33 bytes) point.
    public static Sm2PublicKey ofPoint(byte[] point) {
        try {
            return new Sm2PublicKey(
                    new ECPublicKeyParameters(
                            BouncyCastle.SM2_CURVE.getCurve().decodePoint(point),
                            BouncyCastle.SM2_CURVE));
        } catch (IllegalArgumentException e) {
            throw new CryptoException("not a point on the SM2 curve", e);
        }
    }

    public static Sm2PublicKey of(PublicKey key) {
        if (KeyAlgorithm.of(key) != KeyAlgorithm.SM2) {
            throw new CryptoException("the key is not an SM2 key");
        }
        try {
            return new Sm2PublicKey(
                    (ECPublicKeyParameters) PublicKeyFactory.createKey(key.getEncoded()));
        } catch (IOException e) {
            throw new CryptoException("the public key cannot be read", e);
        }
    }

    public static Sm2PublicKey of(X509Certificate certificate) {
        return of(certificate.getPublicKey());
    }

    /// 04 ‖ x ‖ y.
    public byte[] point() {
        return parameters.getQ().getEncoded(false);
    }

    ECPublicKeyParameters parameters() {
        return parameters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2PublicKey that
                && parameters.getQ().equals(that.parameters.getQ());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point());
    }
}
