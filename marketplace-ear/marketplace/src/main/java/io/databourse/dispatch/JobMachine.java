package io.databourse.dispatch;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.membership.InstructionMailbox;
import io.databourse.membership.InstructionType;
import io.databourse.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves jobs. Each method runs in its caller's transaction and writes there the new state, what
/// becomes due by it, and its event; so a job is where the database says, wherever a process ends.
@ApplicationScoped
class JobMachine {
    private static final Duration[] PAUSES = {Duration.ofSeconds(2), Duration.ofSeconds(8)};

    private final JobStore store;
    private final Outbox outbox;
    private final InstructionMailbox mailbox;
    private final QuotaService quota;
    private final JobDefinitions definitions;
    private final Receipts receipts;
    private final Event<JobEvent> events;
    private final Clock clock;

    @Inject
    JobMachine(
            JobStore store,
            Outbox outbox,
            InstructionMailbox mailbox,
            QuotaService quota,
            JobDefinitions definitions,
            Receipts receipts,
            Event<JobEvent> events,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.mailbox = mailbox;
        this.quota = quota;
        this.definitions = definitions;
        this.receipts = receipts;
        this.events = events;
        this.clock = clock;
    }

    JobRun request(JobIdentity identity) {
        JobRun job = JobRun.requested(identity);
        if (!job.isDryRun()) {
            quota.hold(identity.request().contractId(), identity.id().value());
        }
        store.insert(job);
        outbox.add(job.id(), job.attempt(), OutboxStep.AUTHORIZE, clock.instant());
        events.fire(new JobEvent.Requested(job.facts(), clock.instant()));
        return job;
    }

    /// Does what an outbox entry says, if the job still waits for it.
    void run(Outbox.Entry entry) {
        JobRun job = store.lock(entry.job()).orElseThrow();
        if (job.attempt() != entry.attempt()) {
            return;
        }
        switch (entry.step()) {
            case AUTHORIZE -> authorize(job);
            case PLACE -> place(job);
            case REVIEW -> review(job);
            case DECIDE -> throw new IllegalArgumentException("reviewers decide: " + entry);
            case FINISH -> tellAll(job, InstructionType.FINISH_JOB, Map.of());
        }
    }

    private void authorize(JobRun job) {
        if (job.state() != JobState.REQUESTED) {
            return;
        }
        try {
            JobRun asked = job.authorizing(definitions.make(job), clock.instant());
            store.update(asked);
            asked.attemptNow().parties().forEach(party -> prepare(asked, party));
        } catch (Refusal refusal) {
            refuse(job, Trouble.refused(refusal.code().name(), refusal.detail()));
        }
    }

    private void prepare(JobRun job, PartyRun party) {
        Map<String, Object> payload = base(job);
        payload.put("contract", definitions.signedContract(job));
        payload.put("definition", job.attemptNow().definition());
        party.section().ifPresent(section -> payload.put("section", section));
        party.salt().ifPresent(salt -> payload.put("sectionSalt", salt));
        mailbox.send(
                party.nodeId(),
                InstructionType.PREPARE_JOB,
                job.id().value(),
                job.attempt(),
                payload);
    }

    /// A node has accepted the definition.
    void accepted(JobRun job) {
        if (job.state() == JobState.AUTHORIZING
                && job.attemptNow().allHaveDone(InstructionType.PREPARE_JOB)) {
            JobRun next = job.authorized(clock.instant());
            store.update(next);
            outbox.add(next.id(), next.attempt(), OutboxStep.PLACE, clock.instant());
            events.fire(
                    new JobEvent.Authorized(
                            next.facts(), next.attemptNow().definitionHash(), clock.instant()));
        } else {
            store.update(job);
        }
    }

    private void place(JobRun job) {
        if (job.state() != JobState.AUTHORIZED) {
            return;
        }
        JobRun next = job.placing(clock.instant());
        store.update(next);
        tellAll(next, InstructionType.START_JOB, Map.of());
        events.fire(
                new JobEvent.Placed(
                        next.facts(), next.attemptNow().definitionHash(), clock.instant()));
    }

    /// A node has started, or has said how its part ended: reports may overtake answers.
    void moved(JobRun job) {
        JobRun next = job;
        if (next.state() == JobState.PLACING
                && next.attemptNow().allHaveDone(InstructionType.START_JOB)) {
            next = next.running(clock.instant());
            events.fire(new JobEvent.Started(next.facts(), clock.instant()));
        }
        if (next.state() == JobState.RUNNING && next.attemptNow().allHaveCompleted()) {
            Optional<HeldReport> held = next.attemptNow().held();
            if (held.isPresent()) {
                hold(next, held.get());
                return;
            }
            next = next.reviewing(clock.instant());
            outbox.add(next.id(), next.attempt(), OutboxStep.REVIEW, clock.instant());
        }
        store.update(next);
    }

    /// The provider's reviewers have to decide. What the attempt left at the nodes is not needed
    /// for that, and is not kept for days.
    private void hold(JobRun job, HeldReport what) {
        Instant now = clock.instant();
        if (job.releases().isPresent()) {
            fail(
                    job,
                    new Trouble(
                            "HELD_AGAIN",
                            Optional.of("PLUGIN"),
                            "What was released was held for review again."));
            return;
        }
        JobRun next = job.holding(what, definitions.endOfContract(job), now);
        store.update(next);
        tellAll(next, InstructionType.FINISH_JOB, Map.of());
        // The reviewers may have been faster than the last report.
        outbox.add(next.id(), next.attempt(), OutboxStep.DECIDE, now);
        HeldResult held = next.held().orElseThrow();
        events.fire(new JobEvent.Held(next.facts(), held.sha256(), held.until(), now));
    }

    /// The provider's reviewers have decided about what is held.
    void decided(JobRun job, HeldResult.Decision decision) {
        Instant now = clock.instant();
        JobRun known = job.reviewed(decision);
        String sha256 = known.held().orElseThrow().sha256();
        if (!decision.released()) {
            events.fire(new JobEvent.Rejected(known.facts(), sha256, decision.documentHash(), now));
            refuse(
                    known,
                    Trouble.refused(
                            ErrorCode.RESULT_REJECTED.name(),
                            "The provider's reviewers do not release the result."));
            return;
        }
        JobRun next = known.releasing(now);
        store.update(next);
        outbox.add(next.id(), next.attempt(), OutboxStep.AUTHORIZE, now);
        events.fire(new JobEvent.Released(known.facts(), sha256, decision.documentHash(), now));
    }

    /// Nobody has decided in time.
    void undecided(JobRun job) {
        Instant end = definitions.endOfContract(job);
        refuse(
                job,
                clock.instant().isBefore(end)
                        ? Trouble.refused(
                                ErrorCode.REVIEW_TIMED_OUT.name(),
                                "The provider's reviewers did not decide in time.")
                        : Trouble.refused(
                                ErrorCode.CONTRACT_EXPIRED.name(),
                                "The contract ended at "
                                        + end
                                        + " before the result was released."));
    }

    /// The node itself has withheld a result that is too small, and nobody has to look at this one,
    /// so it may go.
    private void review(JobRun job) {
        if (job.state() != JobState.REVIEWING || job.waitsForReviewers()) {
            return;
        }
        deliverNext(job.delivering(clock.instant()));
    }

    /// One recipient after the other, each when the one before has its result.
    void deliverNext(JobRun job) {
        store.update(job);
        mailbox.send(
                job.attemptNow().nextReceiver().orElseThrow().nodeId(),
                InstructionType.DELIVER_RESULT,
                job.id().value(),
                job.attempt(),
                base(job));
    }

    /// The result is with all its recipients: the unit is consumed, and everything that follows
    /// from a delivery happens in this transaction or not at all.
    void deliver(JobRun job, JobResult result) {
        Instant now = clock.instant();
        JobRun end = job.delivered(result, now);
        if (!end.isDryRun()) {
            quota.consume(end.id().value());
        }
        store.update(end);
        store.keepReceipt(end.id(), receipts.write(end, now));
        outbox.add(end.id(), end.attempt(), OutboxStep.FINISH, now);
        events.fire(
                new JobEvent.Delivered(
                        end.facts(),
                        end.attemptNow().definitionHash(),
                        end.identity().units(),
                        result.rows(),
                        result.hash(),
                        end.attemptNow().reports(),
                        now));
    }

    /// The attempt is lost. Tries again where that may help, and gives up otherwise.
    void attemptFailed(JobRun job, Trouble why) {
        if (!why.isWorthRetrying() || job.tries() >= JobRun.MOST_TRIES) {
            fail(job, why);
            return;
        }
        Instant now = clock.instant();
        callOff(job, why.code());
        events.fire(
                new JobEvent.AttemptFailed(
                        job.facts(), why.code(), why.blame(), why.detail(), now));
        JobRun again = job.again(why, now);
        store.update(again);
        outbox.add(
                again.id(),
                again.attempt(),
                OutboxStep.AUTHORIZE,
                now.plus(PAUSES[job.tries() - 1]));
    }

    void refuse(JobRun job, Trouble why) {
        JobRun end = job.refused(why, clock.instant());
        close(end, why.code());
        events.fire(
                new JobEvent.Refused(
                        end.facts(), why.code(), why.detail(), reports(end), clock.instant()));
    }

    void fail(JobRun job, Trouble why) {
        JobRun end = job.failed(why, clock.instant());
        close(end, why.code());
        events.fire(
                new JobEvent.Failed(
                        end.facts(),
                        why.code(),
                        why.blame(),
                        why.detail(),
                        reports(end),
                        clock.instant()));
    }

    JobRun cancel(JobRun job, String by) {
        switch (job.state()) {
            case REQUESTED, AUTHORIZING, AUTHORIZED, PLACING, RUNNING -> {}
            case REVIEWING, DELIVERING, DELIVERED, REFUSED, FAILED, CANCELLED -> {
                if (!job.waitsForReviewers()) {
                    throw Refusal.of(
                            ErrorCode.STATE_CONFLICT,
                            "It is too late to cancel: the job is %s.",
                            job.state());
                }
            }
        }
        JobRun end = job.cancelled(by, clock.instant());
        close(end, "CANCELLED");
        events.fire(new JobEvent.Cancelled(end.facts(), by, clock.instant()));
        return end;
    }

    /// Nothing is charged: the held unit goes back.
    private void close(JobRun end, String reason) {
        if (!end.isDryRun()) {
            quota.release(end.id().value());
        }
        store.update(end);
        callOff(end, reason);
        if (end.current().isPresent()) {
            outbox.add(end.id(), end.attempt(), OutboxStep.FINISH, clock.instant());
        }
    }

    /// Nodes give the run back to the contract, as the exchange does with the unit.
    private void callOff(JobRun job, String reason) {
        tellAll(
                job,
                InstructionType.ABORT_JOB,
                Map.of(
                        "reason",
                        reason,
                        "contractId",
                        job.identity().request().contractId().value()));
    }

    private void tellAll(JobRun job, InstructionType type, Map<String, Object> more) {
        Map<String, Object> payload = base(job);
        payload.putAll(more);
        job.current().stream()
                .flatMap(attempt -> attempt.parties().stream())
                .forEach(party ->
                        mailbox.send(
                                party.nodeId(), type, job.id().value(), job.attempt(), payload));
    }

    private static List<PartyReport> reports(JobRun job) {
        return job.current().map(Attempt::reports).orElse(List.of());
    }

    private static Map<String, Object> base(JobRun job) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("jobId", job.id().value());
        payload.put("attempt", job.attempt());
        return payload;
    }
}
