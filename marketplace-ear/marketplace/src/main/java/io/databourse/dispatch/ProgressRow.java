package io.databourse.dispatch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

@Entity
@Table(name = "dispatch_progress")
@IdClass(ProgressRow.Key.class)
class ProgressRow {
    @Id
    @Column(name = "job_id")
    String jobId;

    @Id
    @Column(name = "node_id")
    String nodeId;

    int attempt;
    String phase;
    long done;
    long total;
    String unit;
    Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ProgressRow() {}

    JobStore.Seen toSeen() {
        return new JobStore.Seen(new Progress(attempt, phase, done, total, unit), at);
    }

    record Key(String jobId, String nodeId) implements Serializable {}
}
