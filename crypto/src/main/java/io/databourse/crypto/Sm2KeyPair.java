package io.databourse.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.ECPoint;

/// An SM2 key pair (GB/T 32918) of one owner. Its text form shows none of the private key.
public final class Sm2KeyPair {
    private final ECPrivateKeyParameters privateKey;
    private final Sm2PublicKey publicKey;

    private Sm2KeyPair(ECPrivateKeyParameters privateKey) {
        this.privateKey = privateKey;
        ECPoint point = BouncyCastle.SM2_CURVE.getG().multiply(privateKey.getD()).normalize();
        this.publicKey = Sm2PublicKey.ofPoint(point.getEncoded(false));
    }

    public static Sm2KeyPair generate() {
        return of(KeyAlgorithm.SM2.generate());
    }

    /// The given key pair's public half must be the one of its private half.
    public static Sm2KeyPair of(KeyPair pair) {
        PublicKey expected = pair.getPublic();
        Sm2KeyPair result = of(pair.getPrivate());
        if (!Sm2PublicKey.of(expected).equals(result.publicKey)) {
            throw new CryptoException("the two halves do not belong together");
        }
        return result;
    }

    private static Sm2KeyPair of(PrivateKey key) {
        try {
            return new Sm2KeyPair(
                    (ECPrivateKeyParameters) PrivateKeyFactory.createKey(key.getEncoded()));
        } catch (IOException e) {
            throw new CryptoException("the private key cannot be read", e);
        }
    }

    /// For published vectors.
    static Sm2KeyPair ofScalar(BigInteger d) {
        return new Sm2KeyPair(new ECPrivateKeyParameters(d, BouncyCastle.SM2_CURVE));
    }

    public Sm2PublicKey publicKey() {
        return publicKey;
    }

    ECPrivateKeyParameters privateKey() {
        return privateKey;
    }

    @Override
    public String toString() {
        return "Sm2KeyPair[private key not shown]";
    }
}
