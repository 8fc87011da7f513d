package io.databourse.metering;

import java.time.Duration;

/// What the exchange has decided about its meter; it can be set as a system property.
///
/// @param window how long after it was served a call is taken, `bourse.metering.window`, such as
///   `P3D`
public record MeterSettings(Duration window) {
    /// How far the clock of whoever serves calls may be ahead of the exchange's.
    static final Duration EARLY = Duration.ofMinutes(5);

    private static final MeterSettings STANDARD = new MeterSettings(Duration.ofDays(3));

    /// As they are now: a changed one counts at once. Asked for every call.
    public static MeterSettings current() {
        String window = System.getProperty("bourse.metering.window");
        return window == null ? STANDARD : new MeterSettings(Duration.parse(window));
    }
}
