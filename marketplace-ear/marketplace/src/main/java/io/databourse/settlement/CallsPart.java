package io.databourse.settlement;

/// The metered calls that a charge is for; the buyer has a receipt of each.
///
/// @param fromCounter the first call's number in the contract's gapless count
public record CallsPart(
        long slice,
        long batch,
        String priceVersion,
        long calls,
        long fromCounter,
        long toCounter) {}
