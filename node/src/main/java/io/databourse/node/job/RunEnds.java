package io.databourse.node.job;

import io.databourse.node.NodeFailure;
import io.databourse.node.contract.FactFinder;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.contract.JobRequest;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.WorkMeter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

/// What becomes of a run that is over: the node's own checks, and the report.
record RunEnds(FactFinder facts, DryRuns dryRuns, HeldOutputs heldOutputs, JobReports reports) {
    private static final Logger LOG = System.getLogger(RunEnds.class.getName());

    /// What a run has left, after the node's own checks.
    RunEnd end(JobFile file, JobRequest request, RunOutcome outcome, Path workspace)
            throws InterruptedException {
        var definition = JobDefinition.parse(request.definition());
        try {
            var result = result(file, definition, outcome, workspace);
            var minimum = definition.minimumResultSize();
            // Reviewers have seen what is handed over; made-up rows are about nobody.
            var counts = definition.release().isEmpty() && !definition.isDryRun();
            if (counts && result.filter(made -> size(made, outcome) < minimum).isPresent()) {
                return RunEnd.without(
                        outcome.insteadRefused(
                                "RESULT_BELOW_MINIMUM",
                                "the result is about fewer than " + minimum + " rows"));
            }
            var held = heldOutputs.take(file, request, outcome, workspace);
            return new RunEnd(outcome, result, held, dryRuns.estimate(request, outcome));
        } catch (NodeFailure e) {
            return RunEnd.without(outcome.insteadFailed(e));
        }
    }

    /// A count or a sum is one row about many.
    private static long size(ResultFile made, RunOutcome outcome) {
        var told = outcome.report().orElseThrow().learned().get(WorkMeter.INTERSECTION_SIZE);
        return told == null ? made.rows() : told;
    }

    private static Optional<ResultFile> result(
            JobFile file, JobDefinition definition, RunOutcome outcome, Path workspace)
            throws InterruptedException {
        var receives =
                definition.parties().stream()
                        .anyMatch(
                                party -> party.id().equals(file.party()) && party.receivesResult());
        if (!receives
                || outcome.kind() != RunOutcome.Kind.COMPLETED
                || outcome.report().orElseThrow().awaitsReview()) {
            return Optional.empty();
        }
        var report = outcome.report().orElseThrow();
        var made =
                definition.isDryRun()
                        ? ResultFile.makeSynthetic(report, workspace)
                        : ResultFile.make(report, workspace);
        if (definition.release().isPresent() && !made.sha256().equals(definition.release().get())) {
            throw new NodeFailure(
                    "RESULT_WRONG",
                    Blame.COUNTERPARTY,
                    "the files are not those that the reviewers have released");
        }
        return Optional.of(made);
    }

    void report(JobFile file, RunEnd end) {
        var outcome = end.outcome();
        var document = ReportDocument.text(file, facts.nodeId(), end);
        LOG.log(
                outcome.kind() == RunOutcome.Kind.FAILED ? Level.WARNING : Level.INFO,
                "job {0} {1} {2} {3}",
                file.key(),
                outcome.kind(),
                outcome.code(),
                outcome.detail());
        reports.report(
                file.jobId(),
                file.attempt(),
                document,
                facts.keys().signer().signDocument(document));
    }
}
