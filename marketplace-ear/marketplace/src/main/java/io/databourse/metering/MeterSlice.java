package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.time.LocalDate;

/// The calls of one batch that belong to one contract, day and price version, added up. What is
/// charged is charged by slices; a slice is written in the transaction that writes its calls.
///
/// @param day the calls' day in Shanghai, by their own time
/// @param priceVersion names the price that the contract pins
/// @param fromCounter the first call's number in the contract's gapless count
/// @param toCounter the last call's number; the range may hold calls of other slices of the batch
/// @param at when the batch was written
public record MeterSlice(
        long id,
        long batch,
        ContractId contractId,
        MerchantId consumer,
        MerchantId provider,
        LocalDate day,
        String priceVersion,
        Usage usage,
        long fromCounter,
        long toCounter,
        Instant at) {}
