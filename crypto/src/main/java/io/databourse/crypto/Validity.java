package io.databourse.crypto;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// From when until when, in whole seconds as X.509 has them.
public record Validity(Instant notBefore, Instant notAfter) {
    private static final long SKEW_MINUTES = 5;

    public Validity {
        notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
        notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException(notBefore + " is not before " + notAfter);
        }
    }

    /// Starts five minutes early, because the clocks of two parties differ.
    public static Validity startingAt(Instant now, Period period) {
        Instant end = now.atZone(ZoneOffset.UTC).plus(period).toInstant();
        return new Validity(now.minus(SKEW_MINUTES, ChronoUnit.MINUTES), end);
    }
}
