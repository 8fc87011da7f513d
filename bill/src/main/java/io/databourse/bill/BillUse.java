package io.databourse.bill;

/// What was used, by meter.
record BillUse(
        long calls,
        long hits,
        long misses,
        long errors,
        long rows,
        long bytes,
        long cpuMillis,
        long units,
        long turnoverMinor) {
    static final BillUse NONE = new BillUse(0, 0, 0, 0, 0, 0, 0, 0, 0);

    BillUse plus(BillUse other) {
        return new BillUse(
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

    String text() {
        return "%d %d %d %d %d %d %d %d%s"
                .formatted(
                        calls,
                        hits,
                        misses,
                        errors,
                        rows,
                        bytes,
                        cpuMillis,
                        units,
                        turnoverMinor == 0 ? "" : " " + turnoverMinor);
    }
}
