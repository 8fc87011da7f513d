package io.databourse.registration;

import io.databourse.membership.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a node tells of a source, 探查: its schema, the number of rows and the hash of its content.
/// Nothing else leaves the node.
public record Profile(
        ProfileId id,
        NodeId nodeId,
        String source,
        State state,
        long rowCount,
        Optional<String> contentHash,
        List<Column> columns,
        Optional<String> failureCode,
        Optional<String> failure,
        Instant requestedAt) {
    public Profile {
        columns = List.copyOf(columns);
    }

    public enum State {
        REQUESTED,
        DONE,
        FAILED
    }
}
