package io.databourse.crypto;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;

/// Checks certificates against one root: issuer and signature, time, revocation.
public final class CertificateCheck {
    private final X509Certificate root;

    public CertificateCheck(X509Certificate root) {
        this.root = root;
    }

    /// Without a revocation list: the caller knows by other means that nothing was revoked.
    public CertificateStatus check(X509Certificate certificate, Instant at) {
        if (!isBelowRoot(certificate)) {
            return CertificateStatus.FOREIGN;
        }
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            return CertificateStatus.NOT_YET_VALID;
        }
        if (at.isAfter(end(certificate)) || at.isAfter(end(root))) {
            return CertificateStatus.EXPIRED;
        }
        return CertificateStatus.VALID;
    }

    public CertificateStatus check(X509Certificate certificate, X509CRL list, Instant at) {
        CertificateStatus status = check(certificate, at);
        if (status != CertificateStatus.VALID) {
            return status;
        }
        if (!isOwn(list) || at.isAfter(list.getNextUpdate().toInstant())) {
            return CertificateStatus.REVOCATION_UNKNOWN;
        }
        return list.getRevokedCertificate(certificate.getSerialNumber()) == null
                ? CertificateStatus.VALID
                : CertificateStatus.REVOKED;
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private boolean isBelowRoot(X509Certificate certificate) {
        boolean endEntity = certificate.getBasicConstraints() < 0;
        if (!endEntity
                || !certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(root.getPublicKey(), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private boolean isOwn(X509CRL list) {
        try {
            list.verify(root.getPublicKey(), BouncyCastle.PROVIDER);
            return list.getIssuerX500Principal().equals(root.getSubjectX500Principal());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
