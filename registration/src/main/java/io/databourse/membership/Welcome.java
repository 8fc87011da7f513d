package io.databourse.membership;

import java.time.Instant;
import java.util.List;

/// What the exchange answers.
///
/// @param revokedSerials of channel certificates, hex
public record Welcome(NodeId nodeId, Instant serverTime, List<String> revokedSerials) {
    public Welcome {
        revokedSerials = List.copyOf(revokedSerials);
    }
}
