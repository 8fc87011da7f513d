package io.databourse.registration;

import java.util.Optional;

/// What came of checking a document that claims to be a certificate.
public record Verification(Result result, Optional<Certificate> certificate) {
    public enum Result {
        VALID,
        EXPIRED,
        CANCELLED,
        /// 验签失败
        BAD_SIGNATURE,
        UNKNOWN
    }
}
