package io.databourse.pricing;

/// All use of a contract so far, as the books count it.
///
/// @param units of runs and calls
/// @param rows of calls, as are hits, misses, errors, bytes and time
/// @param periods that have begun
/// @param turnoverMinor of calls, in minor units of the price's currency
public record CountedUse(
        long units,
        long hits,
        long misses,
        long errors,
        long rows,
        long bytes,
        long cpuMillis,
        long periods,
        long turnoverMinor) {}
