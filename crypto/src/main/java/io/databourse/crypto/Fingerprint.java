package io.databourse.crypto;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/// SHA-256 in hex, without a prefix, of a certificate or of a public key.
public final class Fingerprint {
    private Fingerprint() {}

    /// Of the certificate's DER bytes; this one stands in contracts and job definitions.
    public static String of(X509Certificate certificate) {
        try {
            return Digest.sha256(certificate.getEncoded()).hex();
        } catch (CertificateEncodingException e) {
            throw new CryptoException("the certificate cannot be encoded", e);
        }
    }

    /// Of the key's SubjectPublicKeyInfo, which outlives a certificate: shown at enrolment.
    public static String of(PublicKey key) {
        return Digest.sha256(key.getEncoded()).hex();
    }

    static String of(Sm2PublicKey key) {
        try {
            return Digest.sha256(
                            SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.parameters())
                                    .getEncoded())
                    .hex();
        } catch (IOException e) {
            throw new CryptoException("the public key cannot be encoded", e);
        }
    }
}
