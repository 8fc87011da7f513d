package io.databourse.pricing;

import io.databourse.money.Money;
import io.databourse.money.Rational;
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
    /// jobs: a run that was delivered is priced as a call that found something, and as the largest
    /// where size is priced.
    public Consumption consumption(CountedUse use) {
        long calls = rule.units(use.hits(), use.misses(), use.errors());
        long runs = Math.subtractExact(use.units(), calls);
        long found = Math.addExact(use.hits(), runs);
        return Consumption.ofAll(
                        Map.of(
                                Meter.UNITS,
                                use.units(),
                                Meter.CALLS,
                                Math.addExact(found, Math.addExact(use.misses(), use.errors())),
                                Meter.HITS,
                                found,
                                Meter.MISSES,
                                use.misses(),
                                Meter.ERRORS,
                                use.errors(),
                                Meter.ROWS,
                                Math.addExact(use.rows(), largest(Meter.ROWS, runs)),
                                Meter.BYTES,
                                Math.addExact(use.bytes(), largest(Meter.BYTES, runs)),
                                Meter.PERIODS,
                                use.periods()))
                .with(
                        Meter.CPU_SECONDS,
                        Rational.of(use.cpuMillis(), 1000)
                                .plus(Rational.of(largest(Meter.CPU_SECONDS, runs))))
                .with(
                        Meter.TURNOVER,
                        turnover(use.turnoverMinor())
                                .plus(Rational.of(largest(Meter.TURNOVER, runs))));
    }

    /// Without a price that is paid as it comes, no turnover is counted.
    private Rational turnover(long minor) {
        return payAsYouGo
                .map(terms -> Money.ofMinor(minor, terms.price().currency()).major())
                .orElse(Rational.ZERO);
    }

    private long largest(Meter meter, long runs) {
        return Math.multiplyExact(runs, limits().getOrDefault(meter, 0L));
    }

    private Map<Meter, Long> limits() {
        return payAsYouGo.map(terms -> terms.price().limits()).orElse(Map.of());
    }

    /// Says why a call cannot be paid by these terms. What is priced by its size is no larger than
    /// was agreed; and a call that takes no unit has none, since it is not charged.
    ///
    /// @throws IllegalArgumentException with a sentence for who served it
    public void requireWithin(
            long units, long rows, long bytes, long cpuMillis, long turnoverMinor) {
        if (turnoverMinor != 0 && !limits().containsKey(Meter.TURNOVER)) {
            throw new IllegalArgumentException("has a TURNOVER, which no price of it counts");
        }
        requireWithin(Meter.ROWS, units, rows, 1);
        requireWithin(Meter.BYTES, units, bytes, 1);
        requireWithin(Meter.CPU_SECONDS, units, cpuMillis, 1000);
        requireWithin(Meter.TURNOVER, units, turnover(turnoverMinor).ceil(), 1);
    }

    private void requireWithin(Meter meter, long units, long size, long scale) {
        Long limit = limits().get(meter);
        if (limit != null && units == 0 && size > 0) {
            throw new IllegalArgumentException(
                    "takes no unit, so it can have no %s that are priced".formatted(meter));
        }
        if (limit != null && size > Math.multiplyExact(limit, scale)) {
            throw new IllegalArgumentException(
                    "has more %s than the %d that a call may have".formatted(meter, limit));
        }
    }
}
