package io.databourse.crypto;

import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/// What a certificate's key is for. A signing key never opens a channel and the other way round.
public enum CertificateUse {
    /// Documents: contracts, job acceptances, reports, registration certificates, checkpoints.
    SIGNING,
    /// TLS, at both ends: a node dials and is dialled.
    CHANNEL;

    int keyUsage() {
        return switch (this) {
            case SIGNING -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            case CHANNEL -> KeyUsage.digitalSignature | KeyUsage.keyAgreement;
        };
    }

    List<KeyPurposeId> purposes() {
        return switch (this) {
            case SIGNING -> List.of();
            case CHANNEL -> List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
        };
    }
}
