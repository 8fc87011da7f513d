package io.databourse.node.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.node.Json;
import io.databourse.node.keys.NodeKeys;
import java.time.Instant;
import java.util.List;

/// A decision of reviewers as the exchange gets it: a document and this node's signature.
///
/// @param outcome RELEASED, REJECTED or APPROVED
/// @param told whether the document was put into the outbox
public record Decision(
        String outcome,
        String reason,
        List<String> reviewers,
        Instant at,
        String document,
        String signature,
        boolean told) {
    static final String APPROVED = "APPROVED";
    static final String REJECTED = "REJECTED";
    static final String RELEASED = "RELEASED";

    public Decision {
        reviewers = List.copyOf(reviewers);
    }

    /// What a decision is about; the fields of the document that say so.
    interface Subject {
        ObjectNode describe(ObjectNode document);
    }

    static Decision sign(
            Subject subject,
            String outcome,
            String reason,
            List<String> reviewers,
            Signatory node,
            Instant at) {
        var json = subject.describe(Json.object().put("type", "databourse/review/1"));
        json.put("decision", outcome).put("reason", reason);
        reviewers.forEach(json.putArray("reviewers")::add);
        json.put("decidedAt", at.toString()).put("nodeId", node.nodeId());
        var document = Json.write(json);
        return new Decision(
                outcome,
                reason,
                reviewers,
                at,
                document,
                node.keys().signer().signDocument(document),
                false);
    }

    /// Who signs.
    record Signatory(String nodeId, NodeKeys keys) {}

    Decision wasTold() {
        return new Decision(outcome, reason, reviewers, at, document, signature, true);
    }

    /// What is posted.
    String body() {
        return Json.write(Json.object().put("document", document).put("signature", signature));
    }

    ObjectNode toJson() {
        var json =
                Json.object()
                        .put("outcome", outcome)
                        .put("reason", reason)
                        .put("at", at.toString())
                        .put("document", document)
                        .put("signature", signature)
                        .put("told", told);
        reviewers.forEach(json.putArray("reviewers")::add);
        return json;
    }

    static Decision parse(Json json) {
        return new Decision(
                json.text("outcome"),
                json.text("reason"),
                json.texts("reviewers"),
                Instant.parse(json.text("at")),
                json.text("document"),
                json.text("signature"),
                json.flag("told"));
    }
}
