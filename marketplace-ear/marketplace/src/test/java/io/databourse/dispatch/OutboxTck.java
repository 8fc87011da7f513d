package io.databourse.dispatch;

import static io.databourse.dispatch.JobSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every outbox does, in memory or in PostgreSQL.
interface OutboxTck {
    Outbox outbox();

    /// A job that entries may name.
    JobId job();

    /// Runs the work in a transaction of its own.
    <T> T inTransaction(Supplier<T> work);

    @Test
    default void an_entry_is_due_from_its_time_on() {
        JobId job = job();
        inTransaction(() -> {
            outbox().add(job, 1, OutboxStep.AUTHORIZE, NOON.plusSeconds(5));
            return job;
        });

        assertThat(entryOf(job, NOON.plusSeconds(4).plusMillis(999))).isEmpty();
        assertThat(entryOf(job, NOON.plusSeconds(5))).isPresent();
    }

    @Test
    default void an_entry_that_is_done_is_not_claimed_again() {
        JobId job = added();
        long id = entryOf(job, NOON).orElseThrow();

        inTransaction(() -> {
            assertThat(outbox().claim(id)).isPresent();
            outbox().done(id);
            return job;
        });

        assertThat(inTransaction(() -> outbox().claim(id))).isEmpty();
        assertThat(entryOf(job, NOON)).isEmpty();
    }

    @Test
    default void an_entry_is_claimed_by_one_transaction_at_a_time() {
        long id = entryOf(added(), NOON).orElseThrow();

        boolean other =
                inTransaction(() -> {
                    assertThat(outbox().claim(id)).isPresent();
                    return CompletableFuture.supplyAsync(
                                    () -> inTransaction(() -> outbox().claim(id).isPresent()))
                            .join();
                });

        assertThat(other).isFalse();
        assertThat(inTransaction(() -> outbox().claim(id))).isPresent();
    }

    @Test
    default void an_entry_that_broke_waits_and_counts() {
        JobId job = added();
        long id = entryOf(job, NOON).orElseThrow();

        inTransaction(() -> {
            outbox().claim(id);
            outbox().retry(id, 1, NOON.plus(Duration.ofMinutes(1)), "broke");
            return id;
        });

        assertThat(entryOf(job, NOON)).isEmpty();
        assertThat(entryOf(job, NOON.plus(Duration.ofMinutes(1)))).contains(id);
        assertThat(inTransaction(() -> outbox().claim(id)).map(Outbox.Entry::tries)).contains(1);
    }

    @Test
    default void a_dead_entry_is_never_due() {
        JobId job = added();
        long id = entryOf(job, NOON).orElseThrow();

        inTransaction(() -> {
            outbox().claim(id);
            outbox().dead(id, 8, "broke");
            return id;
        });

        assertThat(entryOf(job, NOON.plus(Duration.ofDays(1)))).isEmpty();
    }

    private JobId added() {
        JobId job = job();
        inTransaction(() -> {
            outbox().add(job, 1, OutboxStep.AUTHORIZE, NOON);
            return job;
        });
        return job;
    }

    /// The job's entry among those that are due.
    private Optional<Long> entryOf(JobId job, java.time.Instant now) {
        return inTransaction(() ->
                outbox().due(now, 1000).stream()
                        .filter(id ->
                                outbox().claim(id)
                                        .filter(entry -> entry.job().equals(job))
                                        .isPresent())
                        .findFirst());
    }
}
