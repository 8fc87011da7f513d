package io.databourse.pricing.book;

import io.databourse.money.Rational;
import java.util.EnumMap;
import java.util.Map;

/// How much of each meter was used; what is not named is zero.
public record Consumption(Map<Meter, Rational> used) {
    public static final Consumption NONE = new Consumption(Map.of());

    public Consumption {
        used.forEach((meter, amount) -> {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException(meter + " is negative: " + amount);
            }
        });
        used = Map.copyOf(used);
    }

    public static Consumption of(Meter meter, long amount) {
        return NONE.with(meter, Rational.of(amount));
    }

    public static Consumption ofAll(Map<Meter, Long> used) {
        Map<Meter, Rational> exact = new EnumMap<>(Meter.class);
        used.forEach((meter, amount) -> exact.put(meter, Rational.of(amount)));
        return new Consumption(exact);
    }

    public Rational get(Meter meter) {
        return used.getOrDefault(meter, Rational.ZERO);
    }

    /// The same with another amount of one meter.
    public Consumption with(Meter meter, Rational amount) {
        Map<Meter, Rational> changed = new EnumMap<>(Meter.class);
        changed.putAll(used);
        changed.put(meter, amount);
        return new Consumption(changed);
    }

    public Consumption plus(Consumption more) {
        Map<Meter, Rational> sum = new EnumMap<>(Meter.class);
        sum.putAll(used);
        more.used.forEach((meter, amount) -> sum.merge(meter, amount, Rational::plus));
        return new Consumption(sum);
    }
}
