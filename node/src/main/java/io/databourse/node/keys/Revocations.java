package io.databourse.node.keys;

import io.databourse.crypto.CertificateCheck;
import io.databourse.crypto.CertificateStatus;
import io.databourse.crypto.CryptoException;
import io.databourse.crypto.PrivateFile;
import io.databourse.crypto.RevocationList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// The revocation list of the channel authority, as last fetched from the exchange and kept on
/// disk. Without a fresh list no certificate is valid: a cut-off node must not go on trusting.
public final class Revocations {
    private final Path file;
    private final X509Certificate authority;
    private final Clock clock;
    private volatile Optional<X509CRL> list;

    public Revocations(Path file, X509Certificate authority, Clock clock) throws IOException {
        this.file = file;
        this.authority = authority;
        this.clock = clock;
        this.list = read(file);
    }

    private static Optional<X509CRL> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RevocationList.parse(Files.readAllBytes(file)));
        } catch (CryptoException _) {
            return Optional.empty();
        }
    }

    /// Keeps the list if it is the authority's and not older than the one at hand.
    public void update(byte[] der) throws IOException {
        var next = RevocationList.parse(der);
        try {
            next.verify(authority.getPublicKey());
        } catch (java.security.GeneralSecurityException e) {
            throw new CryptoException("the revocation list is not the authority's", e);
        }
        var known = list;
        if (known.isPresent() && madeAt(next).isBefore(madeAt(known.get()))) {
            return;
        }
        PrivateFile.write(file, der);
        list = Optional.of(next);
    }

    private static Instant madeAt(X509CRL list) {
        return list.getThisUpdate().toInstant();
    }

    public CertificateStatus check(X509Certificate certificate) {
        var check = new CertificateCheck(authority);
        return list.map(known -> check.check(certificate, known, clock.instant()))
                .orElseGet(() -> {
                    var status = check.check(certificate, clock.instant());
                    return status == CertificateStatus.VALID
                            ? CertificateStatus.REVOCATION_UNKNOWN
                            : status;
                });
    }
}
