package io.databourse.settlement;

import io.databourse.metering.Usage;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.RevenueSplit;
import io.databourse.pricing.SplitTerms;
import java.util.List;

/// What the next use of a contract costs, 批价: what all use up to it costs, less what was charged
/// before. So the sum is exact whatever comes in which portions, and in which order.
///
/// @param after the contract's sums with this use
record Rating(Rated after, Shares shares) {
    /// One run; its commission is rounded by itself.
    static Rating ofRun(Priced contract, Rated before, SplitTerms terms) {
        return ofOne(contract, before.withUse(1, before.counted()), terms);
    }

    /// One period that has begun, likewise.
    static Rating ofPeriod(Priced contract, Rated before, SplitTerms terms) {
        return ofOne(contract, before.withUse(0, before.counted().plusPeriod()), terms);
    }

    private static Rating ofOne(Priced contract, Rated used, SplitTerms terms) {
        Money gross = difference(contract, used);
        RevenueSplit split = RevenueSplit.of(gross, terms);
        return new Rating(
                used.charged(gross),
                new Shares(gross, split.merchant(), List.of(), split.feeNet(), split.feeVat()));
    }

    /// The calls of one slice; what reverses calls gives back. Commission and VAT are rounded half
    /// up on the sum of all calls of the contract.
    static Rating ofCalls(Priced contract, Rated before, Usage usage, SplitTerms terms) {
        Rated used = before.withUse(usage.units(), before.counted().plus(usage));
        Money gross = difference(contract, used);
        Money all = gross.add(money(before.callsGross(), gross));
        Money commission = all.times(terms.commissionRate());
        Rational contained = terms.vatRate().dividedBy(Rational.ONE.plus(terms.vatRate()));
        Money vat = commission.times(contained);
        Money vatPart = vat.subtract(money(before.callsVat(), gross));
        Money fee = commission.subtract(money(before.callsCommission(), gross));
        Rated after = used.charged(gross).withCalls(all, commission, vat);
        return new Rating(
                after,
                new Shares(gross, gross.subtract(fee), List.of(), fee.subtract(vatPart), vatPart));
    }

    /// @param used its use with what is charged now
    private static Money difference(Priced contract, Rated used) {
        Money through =
                contract.charging()
                        .payAsYouGo()
                        .map(terms -> terms.due(used.consumption(contract.charging())))
                        .orElseGet(() -> contract.units().through(used.units()));
        return through.subtract(money(used.gross(), through));
    }

    private static Money money(long minor, Money like) {
        return Money.ofMinor(minor, like.currency());
    }
}
