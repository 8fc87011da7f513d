package io.databourse.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A root authority of the exchange: one with an SM2 key for signing certificates, one with a P-256
/// key for channel certificates. Every certificate hangs directly below its root.
public final class CertificateAuthority {
    private static final int SERIAL_BITS = 127;

    private final KeyPair keys;
    private final X509Certificate certificate;

    private CertificateAuthority(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /// Makes a key pair and a self-signed root certificate.
    public static CertificateAuthority create(
            KeyAlgorithm algorithm, SubjectName subject, Validity validity) {
        KeyPair keys = algorithm.generate();
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
        X500Name name = subject.toX500();
        X509v3CertificateBuilder builder = builder(name, name, key, validity);
        CertificateExtensions.root(builder, key);
        return new CertificateAuthority(keys, signed(builder, keys));
    }

    static CertificateAuthority of(StoredKey stored) {
        return new CertificateAuthority(stored.keys(), stored.certificate());
    }

    StoredKey stored() {
        return new StoredKey(keys, List.of(certificate));
    }

    /// The root certificate.
    public X509Certificate certificate() {
        return certificate;
    }

    public KeyAlgorithm algorithm() {
        return KeyAlgorithm.of(certificate.getPublicKey());
    }

    /// Issues for the key of the request; what the request says about its subject is ignored.
    public X509Certificate issue(
            CertificateRequest request,
            SubjectName subject,
            CertificateUse use,
            Validity validity) {
        return issue(request, subject, use, validity, List.of());
    }

    /// As above, with the host names or IP addresses that a server is reached by.
    public X509Certificate issue(
            CertificateRequest request,
            SubjectName subject,
            CertificateUse use,
            Validity validity,
            List<String> hosts) {
        if (request.algorithm() != algorithm()) {
            throw new CryptoException(
                    "the request's key is " + request.algorithm() + ", not " + algorithm());
        }
        X500Name issuer = issuer();
        X509v3CertificateBuilder builder =
                builder(issuer, subject.toX500(), request.keyInfo(), validity);
        CertificateExtensions.endEntity(builder, request.keyInfo(), rootKey(), use);
        CertificateExtensions.hosts(builder, hosts);
        return signed(builder, keys);
    }

    /// The signed list of everything revoked so far; it grows stale at the end of its validity.
    public X509CRL revocationList(Collection<Revocation> revoked, Validity validity) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer(), Date.from(validity.notBefore()));
        builder.setNextUpdate(Date.from(validity.notAfter()));
        for (Revocation entry : revoked) {
            builder.addCRLEntry(
                    entry.serial(), Date.from(entry.at()), CRLReason.privilegeWithdrawn);
        }
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    CertificateExtensions.authorityKey(rootKey()));
            X509CRLHolder list = builder.build(signer(keys));
            return RevocationList.parse(list.getEncoded());
        } catch (IOException e) {
            throw new CryptoException("cannot build the revocation list", e);
        }
    }

    private X500Name issuer() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private SubjectPublicKeyInfo rootKey() {
        return SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, SubjectPublicKeyInfo key, Validity validity) {
        BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0);
        return new X509v3CertificateBuilder(
                issuer,
                serial,
                Date.from(validity.notBefore()),
                Date.from(validity.notAfter()),
                subject,
                key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair keys) {
        try {
            return Pem.certificate(builder.build(signer(keys)).getEncoded());
        } catch (IOException e) {
            throw new CryptoException("cannot encode the certificate", e);
        }
    }

    private static ContentSigner signer(KeyPair keys) {
        String name = KeyAlgorithm.of(keys.getPublic()).signatureName();
        try {
            return new JcaContentSignerBuilder(name)
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new CryptoException("cannot sign with " + name, e);
        }
    }
}
