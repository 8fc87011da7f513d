package io.databourse.dispatch;

import io.databourse.harness.TestDatabase;
import java.util.function.Supplier;

class JpaOutboxTest implements OutboxTck {
    private final TestDatabase database = TestDatabase.get();

    @Override
    public Outbox outbox() {
        return new JpaOutbox(database.entities());
    }

    @Override
    public JobId job() {
        JobRun job = JobSamples.requested();
        database.inTransaction(() -> {
            new JpaJobStore(database.entities()).insert(job);
            return job;
        });
        return job.id();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }
}
