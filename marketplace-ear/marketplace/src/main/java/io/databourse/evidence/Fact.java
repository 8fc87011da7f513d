package io.databourse.evidence;

import java.time.Instant;
import java.util.List;

/// What an event says that is evidence.
///
/// @param related ids of others whom it concerns, organisations among them: who belongs to one of
///   these may read the entry
/// @param event the record whose members are the document
record Fact(
        String stage,
        String type,
        String subjectId,
        List<String> related,
        Object event,
        Instant at) {
    Fact {
        related = List.copyOf(related);
    }
}
