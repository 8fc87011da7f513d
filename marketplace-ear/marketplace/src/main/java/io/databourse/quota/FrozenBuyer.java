package io.databourse.quota;

import io.databourse.merchant.MerchantId;
import java.time.Instant;

/// How a buyer stands.
///
/// @param reason why it was frozen or let go on
/// @param contracts how many contracts stopped, or go on, with it
public record FrozenBuyer(
        MerchantId buyer, boolean frozen, String reason, int contracts, Instant at) {}
