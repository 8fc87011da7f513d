package io.databourse.merchant;

/// Where an application stands.
public enum MerchantState {
    APPLIED,
    REVIEWING,
    ACTIVE,
    REJECTED
}
