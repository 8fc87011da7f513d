package io.databourse.settlement;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;

/// What a partner gets of one charge.
public record PartnerShare(MerchantId party, PartnerRole role, Money amount) {}
