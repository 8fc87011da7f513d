package io.databourse.membership;

import io.databourse.crypto.CertificateAuthority;
import io.databourse.crypto.CertificateRequest;
import io.databourse.crypto.CertificateUse;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.KeyAlgorithm;
import io.databourse.crypto.Pem;
import io.databourse.crypto.Revocation;
import io.databourse.crypto.SubjectName;
import io.databourse.crypto.Validity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.CRLException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Certifies nodes' keys. The keys themselves are made at the node and never leave it.
@ApplicationScoped
class NodeCertificates {
    private static final Period VALID = Period.ofYears(2);
    private static final Period LIST_VALID = Period.ofDays(7);

    private final ExchangeKeys keys;
    private final Clock clock;

    @Inject
    NodeCertificates(ExchangeKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// The key's fingerprint, if the request is right: well-formed, of the algorithm, and signed
    /// with the key itself.
    static String check(String csr, KeyAlgorithm algorithm) {
        CertificateRequest request = CertificateRequest.parse(csr);
        if (request.algorithm() != algorithm) {
            throw new IllegalArgumentException(
                    "is a request for a key of " + request.algorithm() + ", not " + algorithm);
        }
        return request.keyFingerprint();
    }

    /// Writes both certificates into the row.
    void issue(NodeRow row) {
        X509Certificate signing =
                issue(keys.signingCa(), row.signingCsr, CertificateUse.SIGNING, row);
        X509Certificate channel =
                issue(keys.channelCa(), row.channelCsr, CertificateUse.CHANNEL, row);
        row.signingCertificate = Pem.of(signing);
        row.channelCertificate = Pem.of(channel);
        row.signingFingerprint = Fingerprint.of(signing);
        row.channelFingerprint = Fingerprint.of(channel);
    }

    private X509Certificate issue(
            CertificateAuthority authority, @Nullable String csr, CertificateUse use, NodeRow row) {
        String creditCode = row.ownerCreditCode;
        SubjectName subject =
                creditCode == null
                        ? SubjectName.of(row.id)
                        : SubjectName.of(row.id, row.ownerName, creditCode);
        return authority.issue(
                CertificateRequest.parse(Objects.requireNonNull(csr)),
                subject,
                use,
                Validity.startingAt(clock.instant(), VALID));
    }

    /// What the channel CA has taken back, DER.
    byte[] channelRevocations(List<NodeRow> nodes) {
        return revocations(keys.channelCa(), nodes, row -> row.channelCertificate);
    }

    /// What the signing CA has taken back, DER.
    byte[] signingRevocations(List<NodeRow> nodes) {
        return revocations(keys.signingCa(), nodes, row -> row.signingCertificate);
    }

    private byte[] revocations(
            CertificateAuthority authority,
            List<NodeRow> nodes,
            Function<NodeRow, @Nullable String> certificate) {
        List<Revocation> revoked =
                nodes.stream().flatMap(row -> revocation(row, certificate.apply(row))).toList();
        Validity validity = Validity.startingAt(clock.instant(), LIST_VALID);
        try {
            return authority.revocationList(revoked, validity).getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException("the revocation list cannot be encoded", e);
        }
    }

    private static Stream<Revocation> revocation(NodeRow row, @Nullable String certificate) {
        Instant at = row.revokedAt;
        if (at == null || certificate == null) {
            return Stream.empty();
        }
        return Stream.of(new Revocation(Pem.certificate(certificate).getSerialNumber(), at));
    }

    String signingCa() {
        return Pem.of(keys.signingCa().certificate());
    }

    String channelCa() {
        return Pem.of(keys.channelCa().certificate());
    }

    String exchangeSigner() {
        return Pem.of(keys.signerCertificate());
    }
}
