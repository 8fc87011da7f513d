package io.databourse.bill;

import io.databourse.pricing.UnitLadder.Lapse;
import java.util.List;

/// What the exchange signs of a bill.
///
/// @param lapses which of the units that were bought expired unused
/// @param opening what was used before the first line
/// @param openingGross what was charged for that
/// @param linesHash SHA-256 of the lines' texts, a line each
/// @param total the sum of the billed lines
/// @param at when the bill was made
record BillSummary(
        String type,
        String contractId,
        String contractHash,
        List<String> supplementHashes,
        List<Lapse> lapses,
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
