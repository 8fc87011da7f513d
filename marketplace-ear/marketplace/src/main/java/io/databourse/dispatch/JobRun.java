package io.databourse.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A job in its life cycle. One method per transition; one that is not allowed from the present
/// state throws, as it is a bug. Nothing here talks to anybody.
///
/// @param attempt the number of the present try, from 1
/// @param current the present try; empty until its definition is made
/// @param deadline when the watchdog looks why nothing has moved
record JobRun(
        JobIdentity identity,
        JobState state,
        int attempt,
        Optional<Attempt> current,
        Optional<Trouble> trouble,
        Optional<JobResult> result,
        List<JobStep> history,
        Instant deadline,
        Optional<Instant> endedAt) {
    static final int MOST_ATTEMPTS = 3;

    /// How long nodes may take to answer, and to hand over a result.
    static final Duration ANSWER_TIME = Duration.ofMinutes(2);

    JobRun {
        history = List.copyOf(history);
    }

    static JobRun requested(JobIdentity identity) {
        return new JobRun(
                identity,
                JobState.REQUESTED,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new JobStep(JobState.REQUESTED, identity.requestedAt(), "")),
                identity.requestedAt().plus(ANSWER_TIME),
                Optional.empty());
    }

    JobId id() {
        return identity.id();
    }

    JobFacts facts() {
        JobRequest request = identity.request();
        return new JobFacts(
                id(),
                request.contractId(),
                identity.consumer(),
                identity.provider(),
                request.task(),
                request.purpose(),
                attempt);
    }

    Attempt attemptNow() {
        return current.orElseThrow(() -> new IllegalStateException("no definition yet: " + id()));
    }

    JobRun authorizing(Attempt made, Instant now) {
        require(JobState.REQUESTED);
        return with(JobState.AUTHORIZING, Optional.of(made), "attempt " + attempt, now);
    }

    JobRun authorized(Instant now) {
        require(JobState.AUTHORIZING);
        return with(JobState.AUTHORIZED, current, attemptNow().definitionHash(), now);
    }

    JobRun placing(Instant now) {
        require(JobState.AUTHORIZED);
        return with(JobState.PLACING, current, "", now);
    }

    JobRun running(Instant now) {
        require(JobState.PLACING);
        return with(JobState.RUNNING, current, "", now).until(attemptNow().deadline());
    }

    JobRun reviewing(Instant now) {
        require(JobState.RUNNING);
        return with(JobState.REVIEWING, current, "", now);
    }

    JobRun delivering(Instant now) {
        require(JobState.REVIEWING);
        return with(JobState.DELIVERING, current, "released automatically", now);
    }

    JobRun delivered(JobResult made, Instant now) {
        require(JobState.DELIVERING);
        JobRun end = with(JobState.DELIVERED, current, made.rows() + " rows", now);
        return end.ended(Optional.empty(), Optional.of(made), now);
    }

    /// The next attempt starts from the beginning.
    JobRun again(Trouble why, Instant now) {
        requireOpen();
        if (attempt >= MOST_ATTEMPTS) {
            throw new IllegalStateException("no attempt is left: " + id());
        }
        JobRun again =
                new JobRun(
                        identity,
                        state,
                        attempt + 1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        history,
                        deadline,
                        Optional.empty());
        return again.with(
                JobState.REQUESTED, Optional.empty(), why.code() + ": " + why.detail(), now);
    }

    JobRun refused(Trouble why, Instant now) {
        requireOpen();
        return end(JobState.REFUSED, why, now);
    }

    JobRun failed(Trouble why, Instant now) {
        requireOpen();
        return end(JobState.FAILED, why, now);
    }

    JobRun cancelled(String by, Instant now) {
        requireOpen();
        return end(JobState.CANCELLED, Trouble.refused("CANCELLED", by), now);
    }

    /// A party has said something; the state is unchanged.
    JobRun with(Attempt changed) {
        return new JobRun(
                identity,
                state,
                attempt,
                Optional.of(changed),
                trouble,
                result,
                history,
                deadline,
                endedAt);
    }

    boolean waitsForNodes() {
        return switch (state) {
            case AUTHORIZING, PLACING, RUNNING, DELIVERING -> true;
            case REQUESTED, AUTHORIZED, REVIEWING, DELIVERED, REFUSED, FAILED, CANCELLED -> false;
        };
    }

    private JobRun end(JobState next, Trouble why, Instant now) {
        return with(next, current, why.code() + ": " + why.detail(), now)
                .ended(Optional.of(why), Optional.empty(), now);
    }

    private JobRun ended(Optional<Trouble> why, Optional<JobResult> made, Instant now) {
        return new JobRun(
                identity, state, attempt, current, why, made, history, deadline, Optional.of(now));
    }

    private JobRun with(JobState next, Optional<Attempt> made, String detail, Instant now) {
        List<JobStep> longer = new ArrayList<>(history);
        longer.add(new JobStep(next, now, detail));
        return new JobRun(
                identity,
                next,
                attempt,
                made,
                trouble,
                result,
                longer,
                now.plus(ANSWER_TIME),
                endedAt);
    }

    private JobRun until(Instant later) {
        return new JobRun(
                identity, state, attempt, current, trouble, result, history, later, endedAt);
    }

    private void require(JobState expected) {
        if (state != expected) {
            throw new IllegalStateException("job " + id() + " is " + state + ", not " + expected);
        }
    }

    private void requireOpen() {
        if (state.isEnd()) {
            throw new IllegalStateException("job " + id() + " has ended: " + state);
        }
    }
}
