package io.databourse.dispatch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "dispatch_outbox")
class OutboxRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "job_id")
    String jobId;

    int attempt;

    @Enumerated(EnumType.STRING)
    OutboxStep step;

    @Enumerated(EnumType.STRING)
    State state;

    int tries;

    @Column(name = "due_at")
    Instant dueAt;

    @Nullable String error;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected OutboxRow() {}

    OutboxRow(JobId job, int attempt, OutboxStep step, Instant dueAt) {
        jobId = job.value();
        this.attempt = attempt;
        this.step = step;
        this.dueAt = dueAt;
        state = State.DUE;
    }

    Outbox.Entry toEntry() {
        return new Outbox.Entry(id, new JobId(jobId), attempt, step, tries);
    }

    enum State {
        DUE,
        DONE,
        DEAD
    }
}
