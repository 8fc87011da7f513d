package io.databourse.quota;

import io.databourse.merchant.MerchantId;
import java.time.Instant;

/// An operator stopped a buyer's use of everything, or let it go on. What it does to each contract
/// is told of apart.
public record BuyerFrozenChanged(MerchantId buyer, boolean frozen, String reason, Instant at) {}
