package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.time.LocalDate;

/// Calls that belong to one contract, day and price version, added up. What is charged is charged
/// by slices; each call is in one slice, within a second or two of being written.
///
/// @param batch the newest batch that the slices cut together have calls of
/// @param day the calls' day in Shanghai, by their own time
/// @param priceVersion names the price that the contract pins
/// @param fromCounter the first call's number in the contract's gapless count
/// @param toCounter the last call's number; the range may hold calls of other days
/// @param at when the slice was cut
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
