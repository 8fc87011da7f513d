package io.databourse.pricing;

import io.databourse.pricing.book.Consumption;
import io.databourse.pricing.book.Meter;
import java.util.Map;
import java.util.Optional;

/// What a contract says of counting and of paying beyond its pack (计费条款). Without pay as you go,
/// use ends with the pack's last unit.
public record ChargingTerms(ChargingRule rule, Optional<PayAsYouGo> payAsYouGo) {
    public static final ChargingTerms STANDARD =
            new ChargingTerms(ChargingRule.STANDARD, Optional.empty());

    /// All use of a contract, as a price counts it. Units that no call took were taken by runs of
    /// jobs; a run that was delivered is priced as a call that found something.
    public Consumption consumption(long units, long hits, long misses, long errors) {
        long runs = Math.subtractExact(units, rule.units(hits, misses, errors));
        long found = Math.addExact(hits, runs);
        return Consumption.ofAll(
                Map.of(
                        Meter.UNITS, units,
                        Meter.CALLS, Math.addExact(found, Math.addExact(misses, errors)),
                        Meter.HITS, found,
                        Meter.MISSES, misses,
                        Meter.ERRORS, errors));
    }
}
