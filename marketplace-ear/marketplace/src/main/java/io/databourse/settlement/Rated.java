package io.databourse.settlement;

import io.databourse.pricing.ChargingTerms;
import io.databourse.pricing.book.Consumption;

/// Sums of a contract: what is charged next is the difference to the next sum.
///
/// @param units of runs and calls
/// @param gross of runs and calls, in fen
/// @param outcomes of calls
/// @param returned what was set aside for the contract and given back, in fen
/// @param callsCommission the exchange's part of the calls, VAT included
record Rated(
        String contractId,
        long units,
        long gross,
        long callsGross,
        long callsCommission,
        long callsVat,
        Outcomes outcomes,
        long returned) {
    /// All use so far, as a price counts it.
    Consumption consumption(ChargingTerms terms) {
        return terms.consumption(units, outcomes.hits(), outcomes.misses(), outcomes.errors());
    }

    /// Whether exactly what all use costs was charged.
    boolean isWhatIsDue(ChargingTerms terms) {
        return terms.payAsYouGo()
                .map(each -> each.due(consumption(terms)).minor() == gross)
                .orElse(true);
    }

    Rated withReturned(long more) {
        return new Rated(
                contractId,
                units,
                gross,
                callsGross,
                callsCommission,
                callsVat,
                outcomes,
                Math.addExact(returned, more));
    }

    /// The same money, for more use.
    Rated withUse(long moreUnits, Outcomes all) {
        return new Rated(
                contractId,
                Math.addExact(units, moreUnits),
                gross,
                callsGross,
                callsCommission,
                callsVat,
                all,
                returned);
    }
}
