package io.databourse.crypto;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.util.IPAddress;

/// The X.509 extensions of roots and of certificates below them (RFC 5280 §4.2).
final class CertificateExtensions {
    private CertificateExtensions() {}

    static void root(X509v3CertificateBuilder builder, SubjectPublicKeyInfo key) {
        add(builder, Extension.basicConstraints, true, new BasicConstraints(0));
        add(
                builder,
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        add(
                builder,
                Extension.subjectKeyIdentifier,
                false,
                utils().createSubjectKeyIdentifier(key));
    }

    static void endEntity(
            X509v3CertificateBuilder builder,
            SubjectPublicKeyInfo key,
            SubjectPublicKeyInfo root,
            CertificateUse use) {
        add(builder, Extension.basicConstraints, true, new BasicConstraints(false));
        add(builder, Extension.keyUsage, true, new KeyUsage(use.keyUsage()));
        if (!use.purposes().isEmpty()) {
            KeyPurposeId[] purposes = use.purposes().toArray(KeyPurposeId[]::new);
            add(builder, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
        }
        add(
                builder,
                Extension.subjectKeyIdentifier,
                false,
                utils().createSubjectKeyIdentifier(key));
        add(builder, Extension.authorityKeyIdentifier, false, authorityKey(root));
    }

    static void hosts(X509v3CertificateBuilder builder, List<String> hosts) {
        if (hosts.isEmpty()) {
            return;
        }
        GeneralName[] names =
                hosts.stream().map(CertificateExtensions::name).toArray(GeneralName[]::new);
        add(builder, Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    static AuthorityKeyIdentifier authorityKey(SubjectPublicKeyInfo root) {
        return utils().createAuthorityKeyIdentifier(root);
    }

    private static GeneralName name(String host) {
        int type = IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName;
        return new GeneralName(type, host);
    }

    private static void add(
            X509v3CertificateBuilder builder,
            ASN1ObjectIdentifier type,
            boolean critical,
            ASN1Encodable value) {
        try {
            builder.addExtension(type, critical, value);
        } catch (CertIOException e) {
            throw new CryptoException("cannot encode the extension " + type, e);
        }
    }

    private static JcaX509ExtensionUtils utils() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
