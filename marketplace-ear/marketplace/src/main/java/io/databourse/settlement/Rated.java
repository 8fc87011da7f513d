package io.databourse.settlement;

/// Sums of a contract: what is charged next is the difference to the next sum.
///
/// @param units of runs and calls
/// @param gross of runs and calls, in fen
/// @param callsCommission the exchange's part of the calls, VAT included
record Rated(
        String contractId,
        long units,
        long gross,
        long callsGross,
        long callsCommission,
        long callsVat) {}
