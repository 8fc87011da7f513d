package io.databourse.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "registration_certificate")
class CertificateRow {
    @Id String number = "";

    @Column(name = "product_id")
    String productId = "";

    @Column(name = "product_name")
    String productName = "";

    @Column(name = "holder_name")
    String holderName = "";

    String document = "";
    String signature = "";

    @Column(name = "signer_certificate")
    String signerCertificate = "";

    @Column(name = "issued_at")
    Instant issuedAt = Instant.EPOCH;

    @Column(name = "valid_until")
    Instant validUntil = Instant.EPOCH;

    @Column(name = "cancelled_at")
    @Nullable Instant cancelledAt;

    Certificate toCertificate(Instant now) {
        return new Certificate(
                number,
                new ProductId(productId),
                productName,
                holderName,
                state(now),
                document,
                signature,
                signerCertificate,
                issuedAt,
                validUntil);
    }

    private CertificateState state(Instant now) {
        if (cancelledAt != null) {
            return CertificateState.CANCELLED;
        }
        return now.isBefore(validUntil) ? CertificateState.VALID : CertificateState.EXPIRED;
    }
}
