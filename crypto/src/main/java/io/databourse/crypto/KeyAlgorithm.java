package io.databourse.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// The two kinds of key pairs: SM2 signs documents, P-256 secures channels.
///
/// P-256 objects are the JDK's own classes so that JSSE and WildFly take them; SM2 objects are
/// Bouncy Castle's, because the JDK does not know the curve.
public enum KeyAlgorithm {
    SM2("sm2p256v1", "SM3withSM2", GMObjectIdentifiers.sm2p256v1.getId()),
    P256("secp256r1", "SHA256withECDSA", SECObjectIdentifiers.secp256r1.getId());

    private final String curve;
    private final String signature;
    private final String oid;

    KeyAlgorithm(String curve, String signature, String oid) {
        this.curve = curve;
        this.signature = signature;
        this.oid = oid;
    }

    public static KeyAlgorithm of(PublicKey key) {
        return of(SubjectPublicKeyInfo.getInstance(encoded(key)));
    }

    static KeyAlgorithm of(SubjectPublicKeyInfo key) {
        ASN1Encodable parameters = key.getAlgorithm().getParameters();
        for (KeyAlgorithm algorithm : values()) {
            if (parameters instanceof ASN1ObjectIdentifier oid
                    && oid.getId().equals(algorithm.oid)) {
                return algorithm;
            }
        }
        throw new CryptoException("the key is neither SM2 nor P-256");
    }

    private static byte[] encoded(Key key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new CryptoException("the key has no encoding");
        }
        return encoded;
    }

    public KeyPair generate() {
        try {
            KeyPairGenerator generator =
                    this == SM2
                            ? KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER)
                            : KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), new SecureRandom());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new CryptoException("cannot make a key pair on " + curve, e);
        }
    }

    String signatureName() {
        return signature;
    }

    CertificateFactory certificateFactory() throws CertificateException {
        return this == SM2
                ? CertificateFactory.getInstance("X.509", provider())
                : CertificateFactory.getInstance("X.509");
    }

    KeyStore keyStore() throws KeyStoreException {
        return this == SM2
                ? KeyStore.getInstance("PKCS12-AES256-AES128", provider())
                : KeyStore.getInstance("PKCS12");
    }

    private static Provider provider() {
        return BouncyCastle.PROVIDER;
    }
}
