package io.databourse.dispatch;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.PartyRole;
import io.databourse.json.Json;
import io.databourse.membership.Answer;
import io.databourse.membership.InstructionAnswered;
import io.databourse.membership.InstructionType;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/// Takes what nodes say about a job. Word about an attempt that is over, or said twice, changes
/// nothing; word that is not signed by the node's own key is refused.
@ApplicationScoped
class NodeSays {
    private final JobStore store;
    private final JobMachine machine;
    private final NodeSignatures signatures;
    private final JpaPrivacyLeft privacy;
    private final Clock clock;

    @Inject
    NodeSays(
            JobStore store,
            JobMachine machine,
            NodeSignatures signatures,
            JpaPrivacyLeft privacy,
            Clock clock) {
        this.clock = clock;
        this.store = store;
        this.machine = machine;
        this.signatures = signatures;
        this.privacy = privacy;
    }

    void onAnswer(@Observes InstructionAnswered event) {
        switch (event.type()) {
            case PREPARE_JOB, START_JOB, DELIVER_RESULT -> answered(event);
            case PROFILE_SOURCE,
                    SIGN_CONTRACT,
                    SIGN_SUPPLEMENT,
                    ABORT_JOB,
                    FINISH_JOB,
                    REVIEW_SCRIPT -> {}
        }
    }

    private void answered(InstructionAnswered event) {
        JobRun job = store.lock(new JobId(event.subjectId())).orElseThrow();
        Optional<PartyRun> party = present(job, event.attempt(), event.nodeId());
        if (party.isEmpty() || party.get().replies().containsKey(event.type())) {
            return;
        }
        Reply reply = reply(event);
        PartyRun changed = party.get().withReply(event.type(), reply);
        JobRun heard = job.with(job.attemptNow().with(changed));
        switch (reply.status()) {
            case REFUSED -> machine.refuse(heard, trouble(reply, changed, "REFUSED"));
            case FAILED ->
                    machine.attemptFailed(
                            heard,
                            Trouble.resources(
                                    reply.code().orElse("NODE_FAILED"), detail(reply, changed)));
            case DONE -> done(heard, changed, event.type(), event.answer());
        }
    }

    private void done(JobRun job, PartyRun party, InstructionType type, Answer answer) {
        switch (type) {
            case PREPARE_JOB -> accepted(job, party, answer);
            case START_JOB -> machine.moved(job);
            case DELIVER_RESULT -> delivered(job, party);
            case PROFILE_SOURCE,
                    SIGN_CONTRACT,
                    SIGN_SUPPLEMENT,
                    ABORT_JOB,
                    FINISH_JOB,
                    REVIEW_SCRIPT ->
                    throw new IllegalArgumentException("no step of a job: " + type);
        }
    }

    /// Accepting means to have signed the very text that all were given.
    private void accepted(JobRun job, PartyRun party, Answer answer) {
        Attempt attempt = job.attemptNow();
        boolean same = text(answer, "definitionHash").equals(attempt.definitionHash());
        if (same
                && signatures.verify(
                        party.nodeId(), attempt.definition(), text(answer, "acceptance"))) {
            machine.accepted(job);
        } else {
            machine.refuse(
                    job,
                    Trouble.refused(
                            ErrorCode.SIGNATURE_REFUSED.name(),
                            "The acceptance of " + party.organisation() + " does not verify."));
        }
    }

    private static Reply reply(InstructionAnswered event) {
        Reply reply = Reply.of(event.answer());
        return event.type() == InstructionType.DELIVER_RESULT
                        && reply.status() == Answer.Status.DONE
                ? reply.at("node " + event.nodeId() + ": " + text(event.answer(), "file"))
                : reply;
    }

    private void delivered(JobRun job, PartyRun party) {
        if (job.state() != JobState.DELIVERING || !party.receivesResult()) {
            return;
        }
        if (job.attemptNow().nextReceiver().isPresent()) {
            machine.deliverNext(job.goingOn(clock.instant()));
        } else {
            machine.deliver(job, JobResult.at(party));
        }
    }

    /// What a node has found out about its party's rows.
    void found(NodeId node, JobId id, Progress said) {
        JobRun job = store.lock(id).orElseThrow();
        Optional<String> words = Finding.words(said);
        Optional<PartyRun> party = present(job, said.attempt(), node);
        if (words.isPresent() && party.isPresent()) {
            store.update(job.found(words.get(), party.get().side(), clock.instant()));
        }
    }

    /// The signed word of a party about how its part ended.
    ///
    /// @throws Refusal if it is not signed by the node, or is about something else
    void report(NodeId node, JobId id, int attempt, String document, String signature) {
        JobRun job =
                store.lock(id)
                        .orElseThrow(
                                () -> Refusal.of(ErrorCode.NOT_FOUND, "There is no job %s.", id));
        Optional<PartyRun> party = present(job, attempt, node);
        if (party.isEmpty() || party.get().report().isPresent()) {
            return;
        }
        if (!signatures.verify(node, document, signature)) {
            throw Refusal.of(
                    ErrorCode.SIGNATURE_REFUSED, "The report's signature does not verify.");
        }
        ReportDocument read = ReportDocument.read(document);
        PartyReport report = read.toReport(document, signature);
        if (!read.isAbout(id, attempt, party.get())) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED, "The report is about another job or party.");
        }
        if (party.get().side() == PartyRole.PROVIDER && !job.isDryRun()) {
            read.meters()
                    .ifPresent(
                            meters -> privacy.note(job.identity().request().contractId(), meters));
        }
        JobRun heard = job.with(job.attemptNow().with(party.get().withReport(report)));
        reported(heard, party.get(), report);
    }

    private void reported(JobRun job, PartyRun party, PartyReport report) {
        String detail = party.organisation() + ": " + report.detail().orElse("");
        switch (report.outcome()) {
            case COMPLETED -> machine.moved(job);
            case REFUSED ->
                    machine.refuse(job, Trouble.refused(report.code().orElse("REFUSED"), detail));
            case FAILED ->
                    machine.attemptFailed(
                            job,
                            new Trouble(report.code().orElse("FAILED"), report.blame(), detail));
        }
    }

    /// The party, if the job is open and this is its present attempt.
    private static Optional<PartyRun> present(JobRun job, int attempt, NodeId node) {
        return job.state().isEnd() || job.attempt() != attempt
                ? Optional.empty()
                : job.current().flatMap(now -> now.party(node));
    }

    private static Trouble trouble(Reply reply, PartyRun party, String otherwise) {
        return Trouble.refused(reply.code().orElse(otherwise), detail(reply, party));
    }

    private static String detail(Reply reply, PartyRun party) {
        return party.organisation() + ": " + reply.detail().orElse("");
    }

    private static String text(Answer answer, String name) {
        return Json.mapper().valueToTree(answer.result()).path(name).asText("");
    }
}
