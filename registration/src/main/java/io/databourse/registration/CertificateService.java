package io.databourse.registration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.databourse.call.ErrorCode;
import io.databourse.call.Json;
import io.databourse.call.Refusal;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.SignatureVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/// Shows certificates to anybody and checks what claims to be one.
@ApplicationScoped
@Transactional
public class CertificateService {
    private final RegistrationStore store;
    private final ExchangeKeys keys;
    private final Clock clock;

    @Inject
    CertificateService(RegistrationStore store, ExchangeKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    public Certificate find(String number) {
        return known(number)
                .orElseThrow(() ->
                        Refusal.of(
                                ErrorCode.NOT_FOUND,
                                CertificateNumber.isValid(number)
                                        ? "No certificate has the number %s."
                                        : "%s is no certificate number: DXC-RR-O-YYYYMM-SSSS-C.",
                                number));
    }

    /// @param document the exact text of the certificate
    /// @param signature base64
    public Verification verify(String document, String signature) {
        if (!SignatureVerifier.verifyDocument(keys.signerCertificate(), document, signature)) {
            return new Verification(Verification.Result.BAD_SIGNATURE, Optional.empty());
        }
        Optional<Certificate> certificate =
                known(Json.read(document, Numbered.class).certificateNumber())
                        .filter(found -> found.document().equals(document));
        return new Verification(
                certificate.map(found -> result(found.state())).orElse(Verification.Result.UNKNOWN),
                certificate);
    }

    private Optional<Certificate> known(String number) {
        return store.certificate(number).map(row -> row.toCertificate(clock.instant()));
    }

    private static Verification.Result result(CertificateState state) {
        return switch (state) {
            case VALID -> Verification.Result.VALID;
            case EXPIRED -> Verification.Result.EXPIRED;
            case CANCELLED -> Verification.Result.CANCELLED;
        };
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Numbered(String certificateNumber) {}
}
