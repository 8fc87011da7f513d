package io.databourse.settlement;

import io.databourse.merchant.MerchantId;

/// Who shares in the price of a contract that is not its own, and as what.
public record Partner(MerchantId party, PartnerRole role) {}
