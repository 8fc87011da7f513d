package io.databourse.evidence;

import java.time.Instant;
import java.util.List;

/// One event, as evidence.
///
/// @param index its place in the log; -1 until it is sequenced, within about a second
/// @param subjectId what it is about
/// @param related the other ids that it names
/// @param document JSON text; its UTF-8 bytes are the leaf
/// @param documentSm3 SM3 of it
/// @param leafHash SHA-256 of 0x00 and the document (RFC 6962)
public record EvidenceEntry(
        EntryId id,
        long index,
        String stage,
        String type,
        String subjectId,
        List<String> related,
        String document,
        String documentSm3,
        String leafHash,
        Instant at) {
    public EvidenceEntry {
        related = List.copyOf(related);
    }
}
