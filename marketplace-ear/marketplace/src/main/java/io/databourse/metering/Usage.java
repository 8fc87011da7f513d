package io.databourse.metering;

/// What calls used, by meter; the sums of a reversal are negative.
///
/// @param calls all calls, whatever became of them
/// @param hits calls that found something, 查得
/// @param misses calls that found nothing, 查无
/// @param errors calls that failed
/// @param rows result rows
/// @param bytes result bytes
/// @param cpuMillis processor time, in milliseconds
/// @param units units of the contract's quota
/// @param turnoverMinor the amounts that calls are about, in minor units of the price's currency
public record Usage(
        long calls,
        long hits,
        long misses,
        long errors,
        long rows,
        long bytes,
        long cpuMillis,
        long units,
        long turnoverMinor) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(
                Math.addExact(calls, other.calls),
                Math.addExact(hits, other.hits),
                Math.addExact(misses, other.misses),
                Math.addExact(errors, other.errors),
                Math.addExact(rows, other.rows),
                Math.addExact(bytes, other.bytes),
                Math.addExact(cpuMillis, other.cpuMillis),
                Math.addExact(units, other.units),
                Math.addExact(turnoverMinor, other.turnoverMinor));
    }
}
