package io.databourse.merchant;

import java.time.Instant;

/// What happens to a merchant.
public sealed interface MerchantEvent {
    MerchantId merchantId();

    Instant at();

    record Applied(MerchantId merchantId, String name, String creditCode, Instant at)
            implements MerchantEvent {}

    record ReviewStarted(MerchantId merchantId, Instant at) implements MerchantEvent {}

    record Activated(MerchantId merchantId, Instant at) implements MerchantEvent {}

    record Rejected(MerchantId merchantId, String reason, Instant at) implements MerchantEvent {}
}
