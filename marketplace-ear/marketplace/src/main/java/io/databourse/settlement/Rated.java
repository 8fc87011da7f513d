package io.databourse.settlement;

import io.databourse.contract.Contract;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingTerms;
import io.databourse.pricing.CountedUse;
import io.databourse.pricing.book.Consumption;

/// Sums of a contract: what is charged next is the difference to the next sum.
///
/// @param units of runs and calls
/// @param gross of runs and calls, in fen
/// @param counted of calls and periods
/// @param returned what was set aside for the contract and given back, in fen
/// @param ended whether the last pack of its quota has ended
/// @param broken what was paid for units that expired unused, in fen
/// @param callsCommission the exchange's part of the calls, VAT included
record Rated(
        String contractId,
        long units,
        long gross,
        long callsGross,
        long callsCommission,
        long callsVat,
        Counted counted,
        long returned,
        boolean ended,
        long broken) {
    static Rated none(String contractId) {
        return new Rated(contractId, 0, 0, 0, 0, 0, Counted.NONE, 0, false, 0);
    }

    /// All use so far, as a price counts it.
    Consumption consumption(ChargingTerms terms) {
        return terms.consumption(
                new CountedUse(
                        units,
                        counted.hits(),
                        counted.misses(),
                        counted.errors(),
                        counted.rows(),
                        counted.bytes(),
                        counted.cpuMillis(),
                        counted.periods(),
                        counted.turnoverMinor()));
    }

    /// Whether exactly what all use costs was charged.
    boolean isWhatIsDue(ChargingTerms terms) {
        return terms.payAsYouGo()
                .map(each -> each.due(consumption(terms)).minor() == gross)
                .orElse(true);
    }

    /// What of the price is there for use, charged or not.
    long price(Contract contract) {
        return Math.subtractExact(contract.totalPrice().minor(), Math.addExact(returned, broken));
    }

    /// What is still set aside for the contract.
    Money left(Contract contract) {
        return Money.ofMinor(Math.max(0, price(contract) - gross), contract.price().currency());
    }

    Rated withReturned(Money more) {
        return new Rated(
                contractId,
                units,
                gross,
                callsGross,
                callsCommission,
                callsVat,
                counted,
                Math.addExact(returned, more.minor()),
                ended,
                broken);
    }

    /// After the end of a pack, with what that leaves unused.
    ///
    /// @param last whether the contract has no other pack any more
    Rated withEnd(Money unused, boolean last) {
        return new Rated(
                contractId,
                units,
                gross,
                callsGross,
                callsCommission,
                callsVat,
                counted,
                returned,
                ended || last,
                Math.addExact(broken, unused.minor()));
    }

    /// The same money, for more use.
    Rated withUse(long moreUnits, Counted all) {
        return new Rated(
                contractId,
                Math.addExact(units, moreUnits),
                gross,
                callsGross,
                callsCommission,
                callsVat,
                all,
                returned,
                ended,
                broken);
    }

    /// Charged for a run.
    Rated charged(Money more) {
        return new Rated(
                contractId,
                units,
                Math.addExact(gross, more.minor()),
                callsGross,
                callsCommission,
                callsVat,
                counted,
                returned,
                ended,
                broken);
    }

    /// With other sums of the calls.
    Rated withCalls(Money all, Money commission, Money vat) {
        return new Rated(
                contractId,
                units,
                gross,
                all.minor(),
                commission.minor(),
                vat.minor(),
                counted,
                returned,
                ended,
                broken);
    }
}
