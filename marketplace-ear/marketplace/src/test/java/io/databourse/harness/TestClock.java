package io.databourse.harness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The exchange's next noon, plus what has passed since and what a test has added; in microseconds,
/// as on the server. So no test depends on the hour at which it runs.
public class TestClock extends Clock {
    private Duration ahead = untilNoon();
    private @Nullable Instant stopped;

    private static Duration untilNoon() {
        var now = ZonedDateTime.now(ZoneId.of("Asia/Shanghai"));
        var noon = now.with(LocalTime.NOON);
        return Duration.between(now, noon.isBefore(now) ? noon.plusDays(1) : noon);
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
        if (stopped != null) {
            stopped = stopped.plus(by);
        }
    }

    public Duration ahead() {
        return ahead;
    }

    /// Back to where it was, so that the tests after this one live in the present.
    public void goBackTo(Duration before) {
        advance(before.minus(ahead));
    }

    /// From now on only [#advance] moves it.
    public void stop() {
        stopped = instant();
    }

    /// It moves by itself again, and never back.
    public void start() {
        if (stopped != null) {
            Duration behind = Duration.between(Instant.now().plus(ahead), stopped);
            ahead = ahead.plus(behind.isNegative() ? Duration.ZERO : behind);
            stopped = null;
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        if (stopped != null) {
            return stopped;
        }
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }
}
