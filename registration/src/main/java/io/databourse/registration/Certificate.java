package io.databourse.registration;

import java.time.Instant;

/// A registration certificate, 数据产品登记凭证.
///
/// @param document the JSON text that is signed; what it says is what counts
/// @param signature SM2-with-SM3 over the document's UTF-8 bytes, r‖s in base64
/// @param signerCertificate PEM
public record Certificate(
        String number,
        ProductId productId,
        String productName,
        String holderName,
        CertificateState state,
        String document,
        String signature,
        String signerCertificate,
        Instant issuedAt,
        Instant validUntil) {}
