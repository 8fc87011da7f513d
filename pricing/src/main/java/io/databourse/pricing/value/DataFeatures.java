package io.databourse.pricing.value;

import io.databourse.money.Rational;

/// By what data products are compared.
///
/// @param ageDays how old the newest rows are
/// @param quality between 0 and 1
/// @param exclusive whether one buyer only may have it
public record DataFeatures(
        String industry,
        long rows,
        long fields,
        long ageDays,
        Rational quality,
        boolean exclusive) {
    private static final int COUNT = 6;

    public DataFeatures {
        if (rows < 0 || fields < 0 || ageDays < 0) {
            throw new IllegalArgumentException("rows, fields and age are not negative");
        }
        if (quality.signum() < 0 || quality.compareTo(Rational.ONE) > 0) {
            throw new IllegalArgumentException("quality is not within 0 and 1: " + quality);
        }
    }

    /// The average over the six features, each from 0 (the same) to 1: another industry or another
    /// exclusivity is 1, numbers differ by |a − b| / max(a, b), quality by |a − b|.
    Rational distance(DataFeatures other) {
        Rational gap = quality.minus(other.quality);
        return unlike(industry.equals(other.industry))
                .plus(relative(rows, other.rows))
                .plus(relative(fields, other.fields))
                .plus(relative(ageDays, other.ageDays))
                .plus(gap.max(gap.negate()))
                .plus(unlike(exclusive == other.exclusive))
                .dividedBy(Rational.of(COUNT));
    }

    private static Rational unlike(boolean same) {
        return same ? Rational.ZERO : Rational.ONE;
    }

    private static Rational relative(long one, long other) {
        return one == other
                ? Rational.ZERO
                : Rational.of(Math.abs(one - other), Math.max(one, other));
    }
}
