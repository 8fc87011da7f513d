package io.databourse.registration;

/// Where a product is on its way to a certificate.
public enum ProductState {
    /// 草稿
    DRAFT,
    /// 待审
    PENDING,
    /// 审查中
    REVIEWING,
    /// 公示中
    PUBLICIZING,
    /// 已登记
    REGISTERED,
    REJECTED,
    /// 已注销
    CANCELLED
}
