package io.databourse.pricing.value;

import io.databourse.money.Rational;

/// What a number lies between, both ends included.
public record Interval(Rational low, Rational high) {
    public Interval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("%s is above %s".formatted(low, high));
        }
        if (low.signum() < 0) {
            throw new IllegalArgumentException("negative: " + low);
        }
    }

    Rational middle() {
        return low.plus(high).times(Rational.of(1, 2));
    }
}
