package io.databourse.crypto;

/// What a check of a certificate against its authority found; the first trouble wins.
public enum CertificateStatus {
    VALID,
    /// Not issued by this authority, or forged, or the authority itself.
    FOREIGN,
    NOT_YET_VALID,
    EXPIRED,
    REVOKED,
    /// The revocation list is not the authority's or its time is over: nothing can be said.
    REVOCATION_UNKNOWN
}
