package io.databourse.web.job;

import io.databourse.dispatch.PartyProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// How fast a party gets on in one phase, smoothed over what its node has said so far. A rate is
/// only told after some seconds, and time left only while the party keeps to its pace.
///
/// @param at when `done` was last seen to have grown
/// @param watched from the first word of the phase until then
/// @param step how long the last growth took
record Pace(String phase, long done, Instant at, double rate, Duration watched, Duration step) {
    /// Older growth counts for about a third after so long.
    private static final double MEMORY_SECONDS = 15;

    private static final Duration LEAST_WATCHED = Duration.ofSeconds(3);
    private static final Duration MOST_LEFT = Duration.ofDays(3);
    private static final int STEPS_OF_PATIENCE = 3;

    static Pace of(PartyProgress first) {
        return new Pace(
                first.phase(), first.done(), first.updatedAt(), 0, Duration.ZERO, Duration.ZERO);
    }

    /// With a later word of the same party.
    Pace after(PartyProgress next) {
        if (!next.phase().equals(phase) || next.done() < done) {
            return of(next);
        }
        Duration gap = Duration.between(at, next.updatedAt());
        if (next.done() == done || !gap.isPositive()) {
            return this;
        }
        double latest = (next.done() - done) / seconds(gap);
        double weight = watched.isZero() ? 1 : 1 - Math.exp(-seconds(gap) / MEMORY_SECONDS);
        return new Pace(
                phase,
                next.done(),
                next.updatedAt(),
                rate + weight * (latest - rate),
                watched.plus(gap),
                gap);
    }

    /// Of the phase's unit, in a second.
    OptionalDouble perSecond() {
        return watched.compareTo(LEAST_WATCHED) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(rate);
    }

    /// Until the phase has done so much.
    ///
    /// @param total 0 if it is not known
    Optional<Duration> left(long total, Instant now) {
        Duration since = Duration.between(at, now);
        boolean keeps =
                since.compareTo(step.multipliedBy(STEPS_OF_PATIENCE).plus(LEAST_WATCHED)) <= 0;
        if (total <= done || !keeps || perSecond().isEmpty()) {
            return Optional.empty();
        }
        double needed = (total - done) / rate - seconds(since);
        return needed <= 0 || needed > seconds(MOST_LEFT)
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(needed)));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
