package io.databourse.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "ledger_transfer")
class TransferRow {
    @Id String id = "";

    @Column(name = "request_key")
    String requestKey = "";

    String ledger = "";
    String reason = "";

    @Column(name = "subject_id")
    String subjectId = "";

    @Enumerated(EnumType.STRING)
    TransferState state = TransferState.PENDING;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "settled_at")
    Instant settledAt = Instant.EPOCH;
}
