package io.databourse.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /// Whether it was asked for as pending.
    @Column(name = "two_phase")
    boolean twoPhase;

    @Column(name = "expires_at")
    @Nullable Instant expiresAt;

    /// Of each leg in their order, when not all was posted.
    @Column(name = "posted_amounts")
    long @Nullable [] postedAmounts;

    /// The transfer that this one takes back.
    @Nullable String reverses;

    static TransferRow of(String key, String ledger, String reason, String subjectId) {
        TransferRow row = new TransferRow();
        row.id = TransferId.next().value();
        row.requestKey = key;
        row.ledger = ledger;
        row.reason = reason;
        row.subjectId = subjectId;
        return row;
    }

    TransferRow begin(TransferState begun, Instant at) {
        state = begun;
        twoPhase = begun == TransferState.PENDING;
        createdAt = at;
        settledAt = at;
        return this;
    }

    TransferId transferId() {
        return new TransferId(id);
    }

    boolean isOverdueAt(Instant now) {
        return state == TransferState.PENDING && expiresAt != null && !now.isBefore(expiresAt);
    }
}
