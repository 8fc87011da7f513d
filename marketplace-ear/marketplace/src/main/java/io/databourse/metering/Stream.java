package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;

/// A contract's calls, counted without gaps.
///
/// @param next the number that the next call gets
record Stream(
        long id,
        ContractId contractId,
        MerchantId consumer,
        MerchantId provider,
        String priceVersion,
        long next) {}
