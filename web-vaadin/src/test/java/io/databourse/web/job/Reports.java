package io.databourse.web.job;

import io.databourse.dispatch.PartyProgress;
import io.databourse.dispatch.Traffic;
import io.databourse.membership.NodeId;
import java.time.Instant;
import java.util.Optional;

/// What a node may have said.
final class Reports {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Reports() {}

    /// Of the airline, which is `p2`.
    static PartyProgress said(String phase, long done, long total, String unit, long second) {
        return new PartyProgress(
                "p2",
                new NodeId("nod_airline"),
                "Huadong Airlines",
                "DATA",
                phase,
                done,
                total,
                unit,
                "RUNNING",
                Optional.of(new Traffic(3_200_000, 1_500)),
                NOON.plusSeconds(second));
    }

    static PartyProgress buckets(long done, long second) {
        return said("intersecting", done, 100, "buckets", second);
    }
}
