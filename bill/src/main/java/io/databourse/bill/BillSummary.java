package io.databourse.bill;

/// What the exchange signs of a bill.
///
/// @param opening what was used before the first line
/// @param openingGross what was charged for that
/// @param linesHash SHA-256 of the lines' texts, a line each
/// @param total the sum of the billed lines
/// @param at when the bill was made
record BillSummary(
        String type,
        String contractId,
        String contractHash,
        String currency,
        String from,
        String to,
        long fromCounter,
        long toCounter,
        BillUse opening,
        String openingGross,
        String linesHash,
        String total,
        String at) {}
