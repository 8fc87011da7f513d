package io.databourse.dispatch;

import io.databourse.membership.NodeId;
import java.util.Optional;

/// What one party's node said at the end, signed with its key. Its counts stand in the document.
///
/// @param held what waits for this party's reviewers, instead of having been handed over
/// @param document the report's JSON text, as signed
/// @param documentHash SM3 of it
public record PartyReport(
        String party,
        NodeId nodeId,
        PartyOutcome outcome,
        Optional<String> code,
        Optional<String> blame,
        Optional<String> detail,
        Optional<Long> resultRows,
        Optional<String> resultHash,
        long bytesSent,
        long cpuMillis,
        boolean keysDestroyed,
        Optional<HeldReport> held,
        Optional<RunEstimate> estimate,
        String document,
        String documentHash,
        String signature) {}
