package io.databourse.membership;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.databourse.call.ErrorCode;
import io.databourse.call.Json;
import io.databourse.call.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the reviewers at a node decided, 审核结论: of the output of a job, or of a script. The exchange
/// never decides it: who breaks into the exchange must not open anybody's data.
///
/// @param contractId for which a script is decided about; for all that asked if it is not said
/// @param sha256 of what was reviewed, in hex
/// @param reason for the consumer to read
/// @param reviewers names that the node gave them
@JsonIgnoreProperties(ignoreUnknown = true)
public record NodeReview(
        String type,
        Subject subject,
        Optional<String> jobId,
        Optional<Integer> attempt,
        Optional<String> contractId,
        String sha256,
        Decision decision,
        Optional<String> reason,
        List<String> reviewers,
        Instant decidedAt,
        String nodeId) {
    private static final String TYPE = "databourse/review/1";
    private static final int LONGEST_REASON = 2_000;

    public NodeReview {
        reviewers = List.copyOf(reviewers);
        if (reviewers.isEmpty() || new HashSet<>(reviewers).size() < reviewers.size()) {
            throw new IllegalArgumentException("reviewers are missing or named twice");
        }
        if (!sha256.matches("[0-9a-f]{64}")
                || reason.filter(text -> text.length() > LONGEST_REASON).isPresent()) {
            throw new IllegalArgumentException("not a hash, or too long a reason");
        }
        if ((subject == Subject.OUTPUT) != (jobId.isPresent() && attempt.isPresent())) {
            throw new IllegalArgumentException("an output is of a job's attempt");
        }
        if (decision != Decision.REJECTED
                && (decision == Decision.RELEASED) != (subject == Subject.OUTPUT)) {
            throw new IllegalArgumentException("outputs are released, scripts are approved");
        }
    }

    public enum Subject {
        OUTPUT,
        SCRIPT
    }

    public enum Decision {
        RELEASED,
        APPROVED,
        REJECTED
    }

    /// @throws Refusal if the text is no review by this node
    public static NodeReview read(NodeId node, String document) {
        try {
            NodeReview read = Json.read(document, NodeReview.class);
            if (TYPE.equals(read.type()) && read.nodeId().equals(node.value())) {
                return read;
            }
        } catch (IllegalArgumentException | IllegalStateException _) {
            // Refused below, as any other text that is no review.
        }
        throw Refusal.of(ErrorCode.VALIDATION_FAILED, "This is no %s of the node %s.", TYPE, node);
    }
}
