package io.databourse.dispatch;

import static io.databourse.dispatch.JobSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.membership.NodeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every store of jobs does, in memory or in PostgreSQL.
interface JobStoreTck {
    JobStore store();

    <T> T inTransaction(Supplier<T> work);

    @Test
    default void a_job_is_found_as_it_was_stored() {
        JobRun job = inserted(JobSamples.requested());

        assertThat(inTransaction(() -> store().find(job.id()))).contains(job);
        assertThat(inTransaction(() -> store().find(JobId.next()))).isEmpty();
    }

    @Test
    default void a_transition_is_stored_whole() {
        JobRun job = inserted(JobSamples.requested());
        JobRun next = job.authorizing(JobSamples.attempt(), NOON);

        inTransaction(() -> {
            store().update(next);
            return next;
        });

        assertThat(inTransaction(() -> store().lock(job.id()))).contains(next);
    }

    @Test
    default void only_jobs_that_wait_for_nodes_are_overdue() {
        JobRun waits = inserted(JobSamples.requested());
        JobRun owed = inserted(JobSamples.requested());
        inTransaction(() -> {
            store().update(waits.authorizing(JobSamples.attempt(), NOON));
            return waits;
        });
        Instant later = NOON.plus(JobRun.ANSWER_TIME).plusSeconds(1);

        assertThat(inTransaction(() -> store().overdue(later, 1000)))
                .contains(waits.id())
                .doesNotContain(owed.id());
        assertThat(inTransaction(() -> store().overdue(NOON, 1000))).doesNotContain(waits.id());
    }

    @Test
    default void both_sides_see_their_jobs_the_newest_first() {
        JobRun first = inserted(JobSamples.requested());
        JobRun second = inserted(JobSamples.requested());

        Page<JobRun> page =
                inTransaction(() -> store().of(JobSamples.AIRLINE, PageRequest.first(1)));
        Page<JobRun> after =
                inTransaction(() -> store().of(JobSamples.BANK, new PageRequest(1, page.next())));

        assertThat(page.items()).extracting(JobRun::id).containsExactly(second.id());
        assertThat(after.items()).extracting(JobRun::id).containsExactly(first.id());
    }

    @Test
    default void the_last_word_of_a_node_counts_and_an_old_attempts_does_not() {
        JobRun job = inserted(JobSamples.requested());
        NodeId node = new NodeId("nod_p1");
        Progress last = new Progress(2, "join", 7, 10, "rows", Optional.of(new Traffic(2048, 512)));
        inTransaction(() -> {
            store().progress(job.id(), node, new Progress(2, "join", 5, 10, "rows"), NOON);
            store().progress(job.id(), node, new Progress(1, "tags", 9, 10, "rows"), NOON);
            store().progress(job.id(), node, last, NOON);
            return job;
        });

        assertThat(inTransaction(() -> store().progress(job.id(), 2)))
                .containsExactly(Map.entry(node, new JobStore.Seen(last, NOON)));
        assertThat(inTransaction(() -> store().progress(job.id(), 1))).isEmpty();
    }

    @Test
    default void a_receipt_is_kept() {
        JobRun job = inserted(JobSamples.requested());
        inTransaction(() -> {
            store().keepReceipt(job.id(), "{}");
            return job;
        });

        assertThat(inTransaction(() -> store().receipt(job.id()))).contains("{}");
        assertThat(inTransaction(() -> store().receipt(JobId.next()))).isEqualTo(Optional.empty());
    }

    private JobRun inserted(JobRun job) {
        return inTransaction(() -> {
            store().insert(job);
            return job;
        });
    }
}
