package io.databourse.dispatch;

import io.databourse.contract.PartyRole;
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
/// @param held a result that waits for the provider's reviewers, or waited
/// @param deadline when the watchdog looks why nothing has moved
record JobRun(
        JobIdentity identity,
        JobState state,
        int attempt,
        Optional<Attempt> current,
        Optional<Trouble> trouble,
        Optional<JobResult> result,
        Optional<HeldResult> held,
        List<JobStep> history,
        Instant deadline,
        Optional<Instant> endedAt) {
    /// How often the nodes may try to make a result, and again to hand over a released one.
    static final int MOST_TRIES = 3;

    /// How long reviewers may take at most; their node may have less patience.
    static final Duration REVIEW_TIME = Duration.ofDays(14);

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
                Optional.empty(),
                List.of(JobStep.of(JobState.REQUESTED, identity.requestedAt(), "")),
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
                attempt,
                isDryRun());
    }

    boolean isDryRun() {
        return identity.request().isDryRun();
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

    /// The provider's reviewers have to look at the result first. Nobody waits longer than the
    /// contract lasts: after it, no node hands anything over.
    JobRun holding(HeldReport what, Instant endOfContract, Instant now) {
        require(JobState.RUNNING);
        Instant usual = now.plus(REVIEW_TIME);
        Instant latest = endOfContract.isBefore(usual) ? endOfContract : usual;
        HeldResult waits =
                new HeldResult(
                        attempt,
                        what.sha256(),
                        what.bytes(),
                        what.verdict(),
                        now,
                        what.until().filter(end -> end.isBefore(latest)).orElse(latest),
                        Optional.empty());
        return with(JobState.REVIEWING, current, "held for review", now)
                .with(waits)
                .until(waits.until());
    }

    /// Reviewers have decided; what follows is another transition.
    JobRun reviewed(HeldResult.Decision decision) {
        require(JobState.REVIEWING);
        return with(held.orElseThrow().decided(decision));
    }

    /// A released result is handed over by an attempt of its own.
    JobRun releasing(Instant now) {
        require(JobState.REVIEWING);
        if (held.filter(HeldResult::isReleased).isEmpty()) {
            throw new IllegalStateException("nothing of " + id() + " is released");
        }
        return next("released by reviewers", now);
    }

    JobRun delivering(Instant now) {
        require(JobState.REVIEWING);
        if (waitsForReviewers()) {
            throw new IllegalStateException("the result of " + id() + " is held");
        }
        return with(JobState.DELIVERING, current, "released", now);
    }

    /// One recipient has its result, and the next has as long to take its own.
    JobRun goingOn(Instant now) {
        require(JobState.DELIVERING);
        return until(now.plus(ANSWER_TIME));
    }

    boolean waitsForReviewers() {
        return state == JobState.REVIEWING && held.filter(HeldResult::isPending).isPresent();
    }

    /// The hash of the held result that the present attempt hands over.
    Optional<String> releases() {
        return held.filter(HeldResult::isReleased).map(HeldResult::sha256);
    }

    /// Counts from 1, and again from 1 when a released result is handed over.
    int tries() {
        return attempt - held.filter(HeldResult::isReleased).map(HeldResult::attempt).orElse(0);
    }

    JobRun delivered(JobResult made, Instant now) {
        require(JobState.DELIVERING);
        JobRun end = with(JobState.DELIVERED, current, made.rows() + " rows", now);
        return end.ended(Optional.empty(), Optional.of(made), now);
    }

    /// The next attempt starts from the beginning.
    JobRun again(Trouble why, Instant now) {
        requireOpen();
        if (tries() >= MOST_TRIES) {
            throw new IllegalStateException("no attempt is left: " + id());
        }
        return next(why.code() + ": " + why.detail(), now);
    }

    private JobRun next(String detail, Instant now) {
        JobRun next =
                new JobRun(
                        identity,
                        state,
                        attempt + 1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        held,
                        history,
                        deadline,
                        Optional.empty());
        return next.with(JobState.REQUESTED, Optional.empty(), detail, now);
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

    /// A party's node has found something out about its rows.
    JobRun found(String what, PartyRole about, Instant now) {
        requireOpen();
        List<JobStep> longer =
                JobStep.found(history, new JobStep(state, now, what, Optional.of(about)));
        return new JobRun(
                identity, state, attempt, current, trouble, result, held, longer, deadline,
                endedAt);
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
                held,
                history,
                deadline,
                endedAt);
    }

    private JobRun with(HeldResult waits) {
        return new JobRun(
                identity,
                state,
                attempt,
                current,
                trouble,
                result,
                Optional.of(waits),
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
                identity,
                state,
                attempt,
                current,
                why,
                made,
                held,
                history,
                deadline,
                Optional.of(now));
    }

    private JobRun with(JobState next, Optional<Attempt> made, String detail, Instant now) {
        List<JobStep> longer = new ArrayList<>(history);
        longer.add(JobStep.of(next, now, detail));
        return new JobRun(
                identity,
                next,
                attempt,
                made,
                trouble,
                result,
                held,
                longer,
                now.plus(ANSWER_TIME),
                endedAt);
    }

    private JobRun until(Instant later) {
        return new JobRun(
                identity, state, attempt, current, trouble, result, held, history, later, endedAt);
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
