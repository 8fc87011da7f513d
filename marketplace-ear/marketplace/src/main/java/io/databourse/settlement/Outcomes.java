package io.databourse.settlement;

import io.databourse.metering.Usage;

/// What came of a contract's calls, 查得/查无.
record Outcomes(long hits, long misses, long errors) {
    static final Outcomes NONE = new Outcomes(0, 0, 0);

    Outcomes plus(Usage usage) {
        return new Outcomes(
                Math.addExact(hits, usage.hits()),
                Math.addExact(misses, usage.misses()),
                Math.addExact(errors, usage.errors()));
    }
}
