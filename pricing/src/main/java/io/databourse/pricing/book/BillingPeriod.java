package io.databourse.pricing.book;

import io.databourse.money.Rational;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// A billing period (计费周期), from its first moment up to, not including, its end.
///
/// What has run by a moment grows from 0 to 1, so that the parts of a period, each the difference
/// of two moments, add up to the whole wherever it is cut.
public record BillingPeriod(ZonedDateTime start, ZonedDateTime end) {
    public BillingPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(start + " is not before " + end);
        }
    }

    /// The share of the period that is used by this moment: 0 before it, 1 after it.
    public Rational usedBy(ZonedDateTime moment, Proration proration) {
        if (!moment.isAfter(start)) {
            return Rational.ZERO;
        }
        if (!moment.isBefore(end)) {
            return Rational.ONE;
        }
        return switch (proration) {
            case SECOND -> Rational.of(seconds(moment), seconds(end));
            case DAY -> Rational.of(startedDays(moment), startedDays(end));
            case NONE -> Rational.ONE;
        };
    }

    private long seconds(ZonedDateTime until) {
        return Duration.between(start, until).toSeconds();
    }

    private long startedDays(ZonedDateTime until) {
        long full = ChronoUnit.DAYS.between(start, until);
        return start.plusDays(full).isBefore(until) ? full + 1 : full;
    }
}
