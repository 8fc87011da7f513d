package io.databourse.node.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.node.Json;
import io.databourse.node.child.ChildReport;
import io.databourse.plugin.WorkMeter;
import java.util.Optional;

/// The text of a job report, which the node signs.
final class ReportDocument {
    private ReportDocument() {}

    static String text(
            JobFile job, String nodeId, RunOutcome outcome, Optional<ResultFile> result) {
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
        result.ifPresent(made -> {
            json.put("resultRows", made.rows());
            json.put("resultHash", "sha256:" + made.sha256());
        });
        json.put("bytesSent", outcome.traffic().sent());
        json.put("bytesReceived", outcome.traffic().received());
        json.put("cpuMillis", outcome.report().map(each -> each.usage().cpuMillis()).orElse(0L));
        json.put("wallMillis", outcome.traffic().wallMillis());
        json.put("keysDestroyed", keysDestroyed(outcome));
        return Json.write(json);
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
