package io.databourse.pricing;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.book.Consumption;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceVersion;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Use that is paid as it comes (按量付费), up to a cap, at a pinned version of a price; after the
/// units of a pack, or without one. A period (包周期) is paid when it begins.
///
/// @param priceHash of the price: another price with the same number is refused
/// @param packUnits none if there is no pack
/// @param periods how many months the contract may run, if the price counts them
public record PayAsYouGo(
        PriceVersion price,
        String priceHash,
        Money cap,
        Money packPrice,
        long packUnits,
        Optional<Integer> periods) {
    private static final long MOST_UNITS = 1_000_000;
    private static final int MOST_PERIODS = 120;

    /// What a call counts that is known before it is served.
    private static final Set<Meter> OF_CALLS =
            EnumSet.of(Meter.CALLS, Meter.HITS, Meter.MISSES, Meter.ERRORS, Meter.UNITS);

    /// So many that any price that counts them at all has begun to.
    private static final Rational VERY_MANY = Rational.of(1_000_000_000_000L);

    public PayAsYouGo {
        if (!price.hash().equals(priceHash)) {
            throw new IllegalArgumentException(
                    "this is not the price that was agreed: " + price.hash());
        }
        if (!cap.isPositive() || packPrice.isNegative() || packUnits < 0) {
            throw new IllegalArgumentException("the cap is more than zero: " + cap);
        }
        if (packUnits > 0 && !price.meters().equals(Set.of(Meter.UNITS))) {
            throw new IllegalArgumentException(
                    "after a pack, a price counts UNITS only, not " + price.meters());
        }
        if (price.meters().contains(Meter.PERIODS) != periods.isPresent()
                || periods.filter(count -> count < 1 || count > MOST_PERIODS).isPresent()) {
            throw new IllegalArgumentException(
                    "a price of periods, and no other, is for 1 to %d months (PERIODS), not %s"
                            .formatted(MOST_PERIODS, periods.map(String::valueOf).orElse("none")));
        }
    }

    public static PayAsYouGo of(PriceVersion price, Money cap) {
        return of(price, cap, Optional.empty());
    }

    /// @param periods for how many months, if the price counts them
    public static PayAsYouGo of(PriceVersion price, Money cap, Optional<Integer> periods) {
        return new PayAsYouGo(price, price.hash(), cap, Money.zero(cap.currency()), 0, periods);
    }

    public static PayAsYouGo after(PricePlan.Pack pack, PriceVersion price, Money cap) {
        return new PayAsYouGo(
                price, price.hash(), cap, pack.price(), pack.units(), Optional.empty());
    }

    /// Says why calls cannot be paid by this price as they come, with a quota that keeps them
    /// within the cap.
    ///
    /// @throws IllegalArgumentException with a sentence for who wrote the price
    public static void requirePayable(PriceVersion price, ChargingRule rule) {
        for (Meter meter : price.meters()) {
            if (meter.isOfSize() && !price.limits().containsKey(meter)) {
                throw new IllegalArgumentException(
                        "how many %s a call takes is not known in advance: say \"at-most %s …\""
                                .formatted(meter, meter));
            }
            if (!meter.isOfSize() && !OF_CALLS.contains(meter) && meter != Meter.PERIODS) {
                throw new IllegalArgumentException(
                        "how much %s there will be is not known in advance".formatted(meter));
            }
        }
        requireUnits(price, Meter.HITS, rule.hit());
        requireUnits(price, Meter.MISSES, rule.miss());
        requireUnits(price, Meter.ERRORS, rule.error());
    }

    private static void requireUnits(PriceVersion price, Meter outcome, long units) {
        Consumption many = Consumption.NONE.with(outcome, VERY_MANY).with(Meter.CALLS, VERY_MANY);
        boolean isFree =
                price.explain(many).exact().equals(price.explain(Consumption.NONE).exact());
        if (units == 0 && !isFree) {
            throw new IllegalArgumentException(
                    "%s cost money, so they must take units of the quota".formatted(outcome));
        }
    }

    /// What is set aside when it is ordered.
    public Money reserved() {
        return packPrice.add(cap);
    }

    /// What all use so far costs; never more than is reserved.
    public Money due(Consumption all) {
        return pack(all).add(least(cap, price.amount(beyond(all))));
    }

    /// What was paid for units of the pack that were not used.
    public Money unusedOfPack(Consumption all) {
        return packPrice.subtract(pack(all));
    }

    private Money pack(Consumption all) {
        long units = Math.min(packUnits, all.get(Meter.UNITS).floor());
        return packUnits == 0
                ? packPrice
                : RevenueRecognition.throughUnit(packPrice, packUnits, units);
    }

    /// How many units in all the reserved money covers for sure, whatever comes of the calls still
    /// to come; at least what was used.
    public long coveredUnits(Consumption all) {
        Consumption used = withAllPeriods(beyond(all));
        long low = 0;
        long high = MOST_UNITS;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (most(used, middle).compareTo(cap) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long begun = Math.max(packUnits, all.get(Meter.UNITS).floor());
        return begun + low;
    }

    /// Periods that are still to begin are paid from the cap as well.
    private Consumption withAllPeriods(Consumption used) {
        return periods.map(count -> used.with(Meter.PERIODS, Rational.of(count))).orElse(used);
    }

    private long usedBeyondPack(Consumption all) {
        return Math.max(0, all.get(Meter.UNITS).floor() - packUnits);
    }

    private Consumption beyond(Consumption all) {
        return packUnits == 0 ? all : Consumption.of(Meter.UNITS, usedBeyondPack(all));
    }

    /// Not less than what the used and so many more units can cost.
    private Money most(Consumption used, long units) {
        if (units == 1) {
            return List.of(Meter.HITS, Meter.MISSES, Meter.ERRORS).stream()
                    .map(outcome -> price.amount(used.plus(call(outcome)).plus(largest(1))))
                    .reduce(PayAsYouGo::greatest)
                    .orElseThrow();
        }
        Map<Meter, Long> more = new EnumMap<>(Meter.class);
        OF_CALLS.forEach(meter -> more.put(meter, units));
        return price.amount(used.plus(Consumption.ofAll(more)).plus(largest(units)));
    }

    /// What so many calls can take of rows, bytes and time.
    private Consumption largest(long calls) {
        Map<Meter, Long> most = new EnumMap<>(Meter.class);
        price.limits().forEach((meter, limit) -> most.put(meter, Math.multiplyExact(calls, limit)));
        return Consumption.ofAll(most);
    }

    private static Consumption call(Meter outcome) {
        return Consumption.of(outcome, 1)
                .plus(Consumption.of(Meter.CALLS, 1))
                .plus(Consumption.of(Meter.UNITS, 1));
    }

    private static Money least(Money a, Money b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Money greatest(Money a, Money b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
