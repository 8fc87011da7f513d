package io.databourse.registration;

/// Whether a certificate holds.
public enum CertificateState {
    /// 有效
    VALID,
    /// 已过期
    EXPIRED,
    /// 已注销
    CANCELLED
}
