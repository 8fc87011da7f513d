package io.databourse.dispatch;

import io.databourse.contract.PartyRole;
import io.databourse.membership.InstructionType;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A job as parties see it: no section, no salt.
final class JobView {
    private static final Progress NOTHING = new Progress(0, "", 0, 0, "");

    private JobView() {}

    /// @param reader the organisation that looks; it sees what concerns its own rows alone
    /// @param reviewers how many the contract wants
    static Job of(
            JobRun job,
            Optional<MerchantId> reader,
            Map<NodeId, JobStore.Seen> seen,
            int reviewers,
            Optional<JobEstimate> estimate) {
        JobIdentity identity = job.identity();
        return new Job(
                job.id(),
                identity.request().contractId(),
                identity.productName(),
                identity.consumer(),
                identity.consumerName(),
                identity.provider(),
                identity.providerName(),
                identity.request().task(),
                identity.request().purpose(),
                job.state(),
                job.attempt(),
                job.trouble().map(Trouble::code),
                job.trouble().flatMap(Trouble::blame),
                job.trouble().map(Trouble::detail),
                parties(job, reader, seen),
                job.current().map(Attempt::definitionHash),
                job.result().map(JobResult::rows),
                job.result().map(JobResult::hash),
                job.result().map(JobResult::place),
                deliveries(job, reader),
                identity.request().parameters(),
                job.isDryRun(),
                estimate,
                job.held().map(held -> JobReview.of(held, reviewers)),
                job.history().stream()
                        .filter(step ->
                                step.about().filter(side -> !mine(job, side, reader)).isEmpty())
                        .toList(),
                identity.requestedAt(),
                job.endedAt());
    }

    private static List<JobDelivery> deliveries(JobRun job, Optional<MerchantId> reader) {
        return job.current().stream()
                .flatMap(attempt -> attempt.receivers().stream())
                .map(party -> delivery(party, mine(job, party.side(), reader)))
                .toList();
    }

    private static JobDelivery delivery(PartyRun party, boolean own) {
        boolean delivered = party.hasDone(InstructionType.DELIVER_RESULT);
        Optional<PartyReport> report = party.report().filter(_ -> own && delivered);
        return new JobDelivery(
                party.side(),
                party.organisation(),
                delivered,
                report.flatMap(PartyReport::resultRows),
                report.flatMap(PartyReport::resultHash),
                report.flatMap(_ -> JobResult.place(party)));
    }

    private static List<PartyProgress> parties(
            JobRun job, Optional<MerchantId> reader, Map<NodeId, JobStore.Seen> seen) {
        return job.current().stream()
                .flatMap(attempt -> attempt.parties().stream())
                .map(party -> {
                    var last = Optional.ofNullable(seen.get(party.nodeId()));
                    return progress(job, party, last, mine(job, party.side(), reader));
                })
                .toList();
    }

    /// Whether a side's numbers are for the reader.
    private static boolean mine(JobRun job, PartyRole side, Optional<MerchantId> reader) {
        return reader.map(own -> job.identity().isSide(side, own)).orElse(true);
    }

    private static PartyProgress progress(
            JobRun job, PartyRun party, Optional<JobStore.Seen> seen, boolean counts) {
        Progress said = seen.map(JobStore.Seen::progress).orElse(NOTHING);
        Progress progress = counts ? said : said.inPercent();
        return new PartyProgress(
                party.party(),
                party.nodeId(),
                party.organisation(),
                party.role(),
                progress.phase(),
                progress.done(),
                progress.total(),
                progress.unit(),
                state(party),
                progress.traffic(),
                seen.map(JobStore.Seen::at).orElse(job.history().getLast().at()));
    }

    private static String state(PartyRun party) {
        if (party.report().isPresent()) {
            return party.report().get().outcome().name();
        }
        if (party.hasDone(InstructionType.START_JOB)) {
            return "RUNNING";
        }
        return party.hasDone(InstructionType.PREPARE_JOB) ? "ACCEPTED" : "ASKED";
    }
}
