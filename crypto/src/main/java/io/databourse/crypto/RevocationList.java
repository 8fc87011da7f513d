package io.databourse.crypto;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;

/// Reads an X.509 revocation list that came over the wire.
public final class RevocationList {
    private RevocationList() {}

    /// Bouncy Castle reads those of both authorities.
    public static X509CRL parse(byte[] der) {
        try {
            CertificateFactory factory =
                    CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
            X509CRL list = (X509CRL) factory.generateCRL(new ByteArrayInputStream(der));
            if (list == null) {
                throw new CryptoException("no revocation list in the bytes");
            }
            return list;
        } catch (CertificateException | CRLException e) {
            throw new CryptoException("the revocation list cannot be read", e);
        }
    }
}
