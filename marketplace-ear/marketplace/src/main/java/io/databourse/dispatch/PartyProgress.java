package io.databourse.dispatch;

import io.databourse.membership.NodeId;
import java.time.Instant;
import java.util.Optional;

/// How far one party is, as its node last said; see [Progress].
public record PartyProgress(
        String party,
        NodeId nodeId,
        String organisation,
        String role,
        String phase,
        long done,
        long total,
        String unit,
        String state,
        Optional<Traffic> traffic,
        Instant updatedAt) {}
