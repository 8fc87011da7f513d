package io.databourse.merchant;

import java.time.Instant;
import java.util.Optional;

/// An organisation that sells or buys, 数商.
public record Merchant(
        MerchantId id,
        String name,
        CreditCode creditCode,
        MerchantType type,
        MerchantState state,
        String contact,
        String appliedBy,
        Instant appliedAt,
        Optional<Instant> decidedAt,
        Optional<String> decisionReason) {}
