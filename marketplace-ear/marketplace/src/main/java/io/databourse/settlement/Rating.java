package io.databourse.settlement;

import io.databourse.contract.Contract;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.RevenueRecognition;
import io.databourse.pricing.RevenueSplit;
import io.databourse.pricing.SplitTerms;
import java.util.List;

/// What the next use of a contract costs, 批价: what all use up to it costs, less what was charged
/// before. So the sum is exact whatever comes in which portions, and in which order.
///
/// @param after the contract's sums with this use
record Rating(Rated after, Shares shares) {
    /// One run; its commission is rounded by itself.
    static Rating ofRun(Contract contract, Rated before, SplitTerms terms) {
        long units = before.units() + 1;
        Money gross = difference(contract, before, units);
        RevenueSplit split = RevenueSplit.of(gross, terms);
        Rated after =
                new Rated(
                        before.contractId(),
                        units,
                        Math.addExact(before.gross(), gross.minor()),
                        before.callsGross(),
                        before.callsCommission(),
                        before.callsVat());
        return new Rating(
                after,
                new Shares(gross, split.merchant(), List.of(), split.feeNet(), split.feeVat()));
    }

    /// The calls of one slice; negative units give back. Commission and VAT are rounded half up on
    /// the sum of all calls of the contract.
    static Rating ofCalls(Contract contract, Rated before, long units, SplitTerms terms) {
        long sum = Math.addExact(before.units(), units);
        Money gross = difference(contract, before, sum);
        Money all = gross.add(money(before.callsGross(), gross));
        Money commission = all.times(terms.commissionRate());
        Rational contained = terms.vatRate().dividedBy(Rational.ONE.plus(terms.vatRate()));
        Money vat = commission.times(contained);
        Money vatPart = vat.subtract(money(before.callsVat(), gross));
        Money fee = commission.subtract(money(before.callsCommission(), gross));
        Rated after =
                new Rated(
                        before.contractId(),
                        sum,
                        Math.addExact(before.gross(), gross.minor()),
                        all.minor(),
                        commission.minor(),
                        vat.minor());
        return new Rating(
                after,
                new Shares(gross, gross.subtract(fee), List.of(), fee.subtract(vatPart), vatPart));
    }

    private static Money difference(Contract contract, Rated before, long units) {
        Money through = RevenueRecognition.throughUnit(contract.price(), contract.units(), units);
        return through.subtract(money(before.gross(), through));
    }

    private static Money money(long minor, Money like) {
        return Money.ofMinor(minor, like.currency());
    }
}
