package io.databourse.crypto;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/// Whom a certificate names: the common name (a node, a service), the organisation behind it and
/// that organisation's credit code (organizationIdentifier, X.520).
public record SubjectName(
        String commonName, Optional<String> organisation, Optional<String> creditCode) {
    public SubjectName {
        if (commonName.isBlank()) {
            throw new IllegalArgumentException("the common name is empty");
        }
    }

    public static SubjectName of(String commonName) {
        return new SubjectName(commonName, Optional.empty(), Optional.empty());
    }

    public static SubjectName of(String commonName, String organisation, String creditCode) {
        return new SubjectName(commonName, Optional.of(organisation), Optional.of(creditCode));
    }

    public static SubjectName of(X509Certificate certificate) {
        return of(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
    }

    static SubjectName of(X500Name name) {
        return new SubjectName(
                value(name, BCStyle.CN)
                        .orElseThrow(() -> new CryptoException("the subject has no common name")),
                value(name, BCStyle.O),
                value(name, BCStyle.ORGANIZATION_IDENTIFIER));
    }

    X500Name toX500() {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        builder.addRDN(BCStyle.C, "CN");
        organisation.ifPresent(o -> builder.addRDN(BCStyle.O, o));
        creditCode.ifPresent(c -> builder.addRDN(BCStyle.ORGANIZATION_IDENTIFIER, c));
        builder.addRDN(BCStyle.CN, commonName);
        return builder.build();
    }

    private static Optional<String> value(X500Name name, ASN1ObjectIdentifier type) {
        RDN[] found = name.getRDNs(type);
        return found.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()));
    }
}
