package io.databourse.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.crypto.Digest;
import io.databourse.json.Json;
import io.databourse.membership.NodeId;
import java.util.Map;
import java.util.Optional;

/// What the exchange reads in a party's report. The rest of it is for the parties and the receipt.
@JsonIgnoreProperties(ignoreUnknown = true)
record ReportDocument(
        String type,
        String jobId,
        int attempt,
        String party,
        String nodeId,
        PartyOutcome outcome,
        Optional<String> code,
        Optional<String> blame,
        Optional<String> detail,
        Optional<Long> resultRows,
        Optional<String> resultHash,
        Optional<Long> bytesSent,
        Optional<Long> cpuMillis,
        Optional<Boolean> keysDestroyed,
        Optional<String> review,
        Optional<HeldReport> held,
        Optional<RunEstimate> estimate,
        Optional<Map<String, Long>> meters) {
    private static final String TYPE = "databourse/report/1";
    private static final String PENDING = "PENDING";

    static ReportDocument read(String document) {
        try {
            ReportDocument read = Json.read(document, ReportDocument.class);
            boolean namesWhatIsHeld =
                    !read.review().filter(PENDING::equals).isPresent() || read.held().isPresent();
            if (TYPE.equals(read.type()) && namesWhatIsHeld) {
                return read;
            }
        } catch (IllegalArgumentException _) {
            // Refused below, as any other text that is no report.
        }
        throw Refusal.of(ErrorCode.VALIDATION_FAILED, "This is no %s.", TYPE);
    }

    boolean isAbout(JobId job, int ofAttempt, PartyRun run) {
        return jobId.equals(job.value())
                && attempt == ofAttempt
                && party.equals(run.party())
                && nodeId.equals(run.nodeId().value());
    }

    PartyReport toReport(String document, String signature) {
        return new PartyReport(
                party,
                new NodeId(nodeId),
                outcome,
                code,
                blame,
                detail,
                resultRows,
                resultHash,
                bytesSent.orElse(0L),
                cpuMillis.orElse(0L),
                keysDestroyed.orElse(false),
                review.filter(PENDING::equals).flatMap(_ -> held),
                estimate,
                document,
                Digest.sm3(document).toString(),
                signature);
    }
}
