package io.databourse.metering;

import java.time.LocalDate;

/// What a batch, or several, counted of one stream and day.
///
/// @param consumed the units that were taken from the quota; those that reversals give back are not
///   taken off
/// @param from the first call's number in the stream
/// @param to the last call's
record Tally(
        long batch, Stream stream, LocalDate day, Usage usage, long consumed, long from, long to) {
    Tally plus(Tally other) {
        return new Tally(
                Math.max(batch, other.batch),
                stream,
                day,
                usage.plus(other.usage),
                Math.addExact(consumed, other.consumed),
                Math.min(from, other.from),
                Math.max(to, other.to));
    }
}
