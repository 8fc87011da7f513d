package io.databourse.crypto;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// A certification request (PKCS#10), made where the key is. A parsed one is known to be signed by
/// the key that it asks a certificate for.
public final class CertificateRequest {
    private final PKCS10CertificationRequest request;

    private CertificateRequest(PKCS10CertificationRequest request) {
        this.request = request;
    }

    public static CertificateRequest create(KeyPair keys, SubjectName subject) {
        KeyAlgorithm algorithm = KeyAlgorithm.of(keys.getPublic());
        try {
            return new CertificateRequest(
                    new JcaPKCS10CertificationRequestBuilder(subject.toX500(), keys.getPublic())
                            .build(
                                    new JcaContentSignerBuilder(algorithm.signatureName())
                                            .setProvider(BouncyCastle.PROVIDER)
                                            .build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new CryptoException("cannot sign the request", e);
        }
    }

    /// Throws [CryptoException] when the text is no request or its signature is not the key's own.
    public static CertificateRequest parse(String pem) {
        try {
            PKCS10CertificationRequest request =
                    new PKCS10CertificationRequest(Pem.decode(Pem.REQUEST, pem));
            if (!request.isSignatureValid(
                    new JcaContentVerifierProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(request.getSubjectPublicKeyInfo()))) {
                throw new CryptoException("the request is not signed by its own key");
            }
            return new CertificateRequest(request);
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw new CryptoException("the certificate request cannot be read", e);
        }
    }

    public String toPem() {
        try {
            return Pem.encode(Pem.REQUEST, request.getEncoded());
        } catch (IOException e) {
            throw new CryptoException("the request cannot be encoded", e);
        }
    }

    public KeyAlgorithm algorithm() {
        return KeyAlgorithm.of(keyInfo());
    }

    public SubjectName subject() {
        return SubjectName.of(request.getSubject());
    }

    public PublicKey publicKey() {
        try {
            return new JcaPEMKeyConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getPublicKey(keyInfo());
        } catch (IOException e) {
            throw new CryptoException("the public key cannot be read", e);
        }
    }

    /// As [Fingerprint#of(PublicKey)].
    public String keyFingerprint() {
        return Fingerprint.of(publicKey());
    }

    SubjectPublicKeyInfo keyInfo() {
        return request.getSubjectPublicKeyInfo();
    }
}
