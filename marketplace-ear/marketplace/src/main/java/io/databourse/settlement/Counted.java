package io.databourse.settlement;

import io.databourse.metering.Usage;

/// What a contract was charged for, as far as a price may count it: what came of its calls, 查得/查无,
/// their size and turnover, and the periods that have begun.
record Counted(
        long hits,
        long misses,
        long errors,
        long rows,
        long bytes,
        long cpuMillis,
        long periods,
        long turnoverMinor) {
    static final Counted NONE = new Counted(0, 0, 0, 0, 0, 0, 0, 0);

    Counted plus(Usage usage) {
        return new Counted(
                Math.addExact(hits, usage.hits()),
                Math.addExact(misses, usage.misses()),
                Math.addExact(errors, usage.errors()),
                Math.addExact(rows, usage.rows()),
                Math.addExact(bytes, usage.bytes()),
                Math.addExact(cpuMillis, usage.cpuMillis()),
                periods,
                Math.addExact(turnoverMinor, usage.turnoverMinor()));
    }

    /// One more has begun.
    Counted plusPeriod() {
        return new Counted(
                hits, misses, errors, rows, bytes, cpuMillis, periods + 1, turnoverMinor);
    }
}
