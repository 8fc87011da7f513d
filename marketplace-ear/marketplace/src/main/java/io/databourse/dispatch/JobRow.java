package io.databourse.dispatch;

import com.fasterxml.jackson.core.type.TypeReference;
import io.databourse.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A job: what is searched for in columns, the rest as JSON text, as one transition writes all of
/// it.
@Entity
@Table(name = "dispatch_job")
class JobRow {
    @Id String id;

    @Column(name = "contract_id")
    String contractId;

    @Column(name = "consumer_id")
    String consumerId;

    @Column(name = "provider_id")
    String providerId;

    @Enumerated(EnumType.STRING)
    JobState state;

    int attempt;
    Instant deadline;
    String identity;

    @Column(name = "current_attempt")
    @Nullable String currentAttempt;

    @Nullable String trouble;
    @Nullable String result;
    @Nullable String held;
    String history;

    @Column(name = "dry_run")
    boolean dryRun;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected JobRow() {}

    JobRow(JobRun job) {
        id = job.id().value();
        contractId = job.identity().request().contractId().value();
        consumerId = job.identity().consumer().value();
        providerId = job.identity().provider().value();
        identity = Json.write(job.identity());
        dryRun = job.isDryRun();
        state = job.state();
        deadline = job.deadline();
        history = Json.write(job.history());
        update(job);
    }

    final void update(JobRun job) {
        state = job.state();
        attempt = job.attempt();
        deadline = job.deadline();
        currentAttempt = job.current().map(Json::write).orElse(null);
        trouble = job.trouble().map(Json::write).orElse(null);
        result = job.result().map(Json::write).orElse(null);
        held = job.held().map(Json::write).orElse(null);
        history = Json.write(job.history());
        endedAt = job.endedAt().orElse(null);
    }

    JobRun toJob() {
        return new JobRun(
                Json.read(identity, JobIdentity.class),
                state,
                attempt,
                Optional.ofNullable(currentAttempt).map(text -> Json.read(text, Attempt.class)),
                Optional.ofNullable(trouble).map(text -> Json.read(text, Trouble.class)),
                Optional.ofNullable(result).map(text -> Json.read(text, JobResult.class)),
                Optional.ofNullable(held).map(text -> Json.read(text, HeldResult.class)),
                Json.read(history, new TypeReference<List<JobStep>>() {}),
                deadline,
                Optional.ofNullable(endedAt));
    }
}
