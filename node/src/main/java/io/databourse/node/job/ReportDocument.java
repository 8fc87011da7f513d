package io.databourse.node.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.node.Json;
import io.databourse.node.child.ChildReport;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.WorkMeter;

/// The text of a job report, which the node signs.
final class ReportDocument {
    private ReportDocument() {}

    static String text(JobFile job, String nodeId, RunEnd end) {
        var outcome = end.outcome();
        var json =
                Json.object()
                        .put("type", "databourse/report/1")
                        .put("jobId", job.jobId())
                        .put("attempt", job.attempt())
                        .put("party", job.party())
                        .put("nodeId", nodeId)
                        .put("outcome", outcome.kind().name());
        if (outcome.kind() != RunOutcome.Kind.COMPLETED) {
            json.put("code", outcome.code());
            json.put("detail", outcome.detail());
        }
        outcome.blame().ifPresent(blame -> json.put("blame", blame.name()));
        outcome.report().ifPresent(report -> counts(json, report));
        end.result()
                .ifPresent(made -> {
                    json.put("resultRows", made.rows());
                    json.put("resultHash", "sha256:" + made.sha256());
                });
        review(json, end);
        json.put("bytesSent", outcome.traffic().sent());
        json.put("bytesReceived", outcome.traffic().received());
        json.put("cpuMillis", outcome.report().map(each -> each.usage().cpuMillis()).orElse(0L));
        json.put("wallMillis", outcome.traffic().wallMillis());
        json.put("keysDestroyed", keysDestroyed(outcome));
        return Json.write(json);
    }

    /// PENDING: reviewers here must decide. AWAITED: those of another party must.
    private static void review(ObjectNode json, RunEnd end) {
        end.held()
                .ifPresent(held -> {
                    json.put("review", "PENDING");
                    var told =
                            json.putObject("held")
                                    .put("sha256", held.bundle().sha256())
                                    .put("bytes", held.bundle().bytes())
                                    .put("files", held.bundle().entries().size())
                                    .put("reviewers", held.needed())
                                    .put("until", held.expiresAt().toString());
                    var findings = told.putObject("preScreen");
                    for (var verdict : HeldOutput.Verdict.values()) {
                        findings.put(verdict.name(), held.count(verdict));
                    }
                });
        if (end.outcome().kind() == RunOutcome.Kind.COMPLETED
                && end.outcome().report().filter(ChildReport::awaitsReview).isPresent()) {
            json.put("review", "AWAITED");
        }
        end.estimate()
                .ifPresent(estimate -> {
                    json.put("synthetic", true);
                    json.putObject("estimate")
                            .put("rows", estimate.rows())
                            .put("seconds", estimate.seconds());
                });
    }

    private static void counts(ObjectNode json, ChildReport report) {
        for (var meter :
                new String[] {
                    WorkMeter.INPUT_ROWS, WorkMeter.NULL_KEYS, WorkMeter.DUPLICATE_KEYS
                }) {
            var count = report.meters().get(meter);
            if (count != null) {
                json.put(meter, count);
            }
        }
        json.set("meters", Json.tree(report.meters()));
        var learned = json.putArray("learned");
        report.learned()
                .forEach((name, value) -> learned.addObject().put("name", name).put("size", value));
    }

    /// A program's keys live in its process. One that gave no report is gone with all it held; a
    /// party without data had nothing to make a key for.
    private static boolean keysDestroyed(RunOutcome outcome) {
        return outcome.report()
                .map(report ->
                        report.keysDestroyed()
                                || !report.meters().containsKey(WorkMeter.INPUT_ROWS))
                .orElse(true);
    }
}
