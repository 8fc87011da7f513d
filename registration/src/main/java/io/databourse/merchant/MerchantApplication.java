package io.databourse.merchant;

/// Asks to become a merchant.
///
/// @param creditCode unified social credit code, 18 characters (GB 32100)
/// @param contact how the operator reaches the applicant
public record MerchantApplication(
        String name, String creditCode, MerchantType type, String contact) {}
