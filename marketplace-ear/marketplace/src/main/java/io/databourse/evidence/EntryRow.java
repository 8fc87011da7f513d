package io.databourse.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

@Entity(name = "EvidenceEntryRow")
@Table(name = "evidence_entry")
class EntryRow {
    @Id String id = "";
    String stage = "";
    String type = "";

    @Column(name = "subject_id")
    String subjectId = "";

    /// The other ids, a space between them.
    String related = "";

    String document = "";

    @Column(name = "document_sm3")
    String documentSm3 = "";

    @Column(name = "leaf_hash")
    String leafHash = "";

    Instant at = Instant.EPOCH;

    EvidenceEntry toEntry(long index) {
        return new EvidenceEntry(
                new EntryId(id),
                index,
                stage,
                type,
                subjectId,
                related.isEmpty() ? List.of() : List.of(related.split(" ")),
                document,
                documentSm3,
                leafHash,
                at);
    }
}
