package io.databourse.settlement.bill;

import io.databourse.contract.ContractId;
import io.databourse.metering.Usage;
import io.databourse.money.CurrencyCode;
import io.databourse.pricing.UnitLadder.Lapse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the exchange signs of a bill.
///
/// @param lapses which of the units that were bought expired unused
/// @param opening what was used before the first line
/// @param openingGross what was charged for that
/// @param linesHash SHA-256 of the lines' texts, a line each
/// @param total the sum of the billed lines
record BillSummary(
        String type,
        ContractId contractId,
        String contractHash,
        List<String> supplementHashes,
        List<Lapse> lapses,
        CurrencyCode currency,
        LocalDate from,
        LocalDate to,
        long fromCounter,
        long toCounter,
        Usage opening,
        String openingGross,
        String linesHash,
        String total,
        Instant at) {}
