package io.databourse.dispatch;

import io.databourse.call.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the routes call: one transaction a method.
@ApplicationScoped
@Transactional
public class JobSteps {
    private static final int AT_ONCE = 20;
    private static final int MOST_TRIES = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final JobStore store;
    private final Outbox outbox;
    private final JobMachine machine;
    private final Reviews reviews;
    private final Clock clock;

    @Inject
    JobSteps(JobStore store, Outbox outbox, JobMachine machine, Reviews reviews, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.machine = machine;
        this.reviews = reviews;
        this.clock = clock;
    }

    /// Ids of outbox entries that are due.
    public List<Long> due() {
        return outbox.due(clock.instant(), AT_ONCE);
    }

    /// Does one entry and crosses it off, both or neither. Another instance may have it already.
    public void run(long entry) {
        Optional<Outbox.Entry> claimed = outbox.claim(entry);
        if (claimed.isPresent()) {
            if (claimed.get().step() == OutboxStep.DECIDE) {
                reviews.decide(store.lock(claimed.get().job()).orElseThrow());
            } else {
                machine.run(claimed.get());
            }
            outbox.done(entry);
        }
    }

    /// The entry broke: waits longer each time, and gives up in the end. The job then fails, which
    /// costs nobody anything.
    public void broke(long entry, String error) {
        Optional<Outbox.Entry> claimed = outbox.claim(entry);
        if (claimed.isEmpty()) {
            return;
        }
        int tries = claimed.get().tries() + 1;
        if (tries < MOST_TRIES) {
            outbox.retry(entry, tries, clock.instant().plus(pause(tries)), error);
            return;
        }
        outbox.dead(entry, tries, error);
        JobRun job = store.lock(claimed.get().job()).orElseThrow();
        if (!job.state().isEnd()) {
            machine.fail(
                    job,
                    new Trouble(
                            ErrorCode.INTERNAL.name(),
                            Optional.of("RESOURCES"),
                            "The exchange could not go on with the job."));
        }
    }

    /// Open jobs in which a node has kept silent for too long.
    public List<String> overdue() {
        return store.overdue(clock.instant(), AT_ONCE).stream().map(JobId::value).toList();
    }

    public void timeOut(String id) {
        JobRun job = store.lock(new JobId(id)).orElseThrow();
        if (!job.deadline().isBefore(clock.instant())) {
            return;
        }
        if (job.waitsForReviewers()) {
            machine.undecided(job);
        } else if (job.waitsForNodes()) {
            machine.attemptFailed(
                    job,
                    Trouble.resources("NODE_SILENT", "No word came in time while " + job.state()));
        }
    }

    private static Duration pause(int tries) {
        Duration pause = Duration.ofMillis(500L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
