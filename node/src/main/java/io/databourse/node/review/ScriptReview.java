package io.databourse.node.review;

import io.databourse.crypto.Digest;
import io.databourse.node.Json;
import java.time.Instant;
import java.util.Optional;

/// A buyer's script for one contract, and what was decided about it.
///
/// @param algorithm name and version, such as `demand@1.0.0`
/// @param sha256 of the script's UTF-8 bytes, in hex
public record ScriptReview(
        String contractId,
        String algorithm,
        String language,
        String script,
        String sha256,
        Instant submittedAt,
        Optional<Decision> decision) {

    /// How reviewers name it: the text for this contract.
    public String id() {
        return Digest.sha256(sha256 + "\n" + contractId).hex();
    }

    /// PENDING, APPROVED or REJECTED.
    public String state() {
        return decision.map(Decision::outcome).orElse("PENDING");
    }

    ScriptReview with(Decision made) {
        return new ScriptReview(
                contractId, algorithm, language, script, sha256, submittedAt, Optional.of(made));
    }

    String toJson() {
        var json =
                Json.object()
                        .put("contractId", contractId)
                        .put("algorithm", algorithm)
                        .put("language", language)
                        .put("script", script)
                        .put("sha256", sha256)
                        .put("submittedAt", submittedAt.toString());
        decision.ifPresent(made -> json.set("decision", made.toJson()));
        return Json.write(json);
    }

    static ScriptReview parse(String text) {
        var json = Json.parse(text, "script");
        return new ScriptReview(
                json.text("contractId"),
                json.text("algorithm"),
                json.text("language"),
                json.text("script"),
                json.text("sha256"),
                Instant.parse(json.text("submittedAt")),
                json.has("decision")
                        ? Optional.of(Decision.parse(json.child("decision")))
                        : Optional.empty());
    }
}
