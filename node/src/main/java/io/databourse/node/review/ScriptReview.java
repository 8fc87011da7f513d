package io.databourse.node.review;

import io.databourse.crypto.Digest;
import io.databourse.node.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A buyer's script for one contract, and what was decided about it.
///
/// @param algorithm name and version, such as `demand@1.0.0`
/// @param sha256 of the script's UTF-8 bytes, in hex
/// @param needed how many reviewers have to approve it
/// @param approvals who has, since it came or was rejected last
public record ScriptReview(
        String contractId,
        String algorithm,
        String language,
        String script,
        String sha256,
        Instant submittedAt,
        int needed,
        List<String> approvals,
        Optional<Decision> decision) {
    public ScriptReview {
        approvals = List.copyOf(approvals);
    }

    /// How reviewers name it: the text for this contract.
    public String id() {
        return Digest.sha256(sha256 + "\n" + contractId).hex();
    }

    /// PENDING, APPROVED or REJECTED.
    public String state() {
        return decision.map(Decision::outcome).orElse("PENDING");
    }

    ScriptReview with(Decision made) {
        return with(approvals, Optional.of(made));
    }

    ScriptReview approvedBy(String reviewer) {
        return with(Stream.concat(approvals.stream(), Stream.of(reviewer)).toList(), decision);
    }

    ScriptReview rejected(Decision made) {
        return with(List.of(), Optional.of(made));
    }

    private ScriptReview with(List<String> names, Optional<Decision> made) {
        return new ScriptReview(
                contractId, algorithm, language, script, sha256, submittedAt, needed, names, made);
    }

    String toJson() {
        var json =
                Json.object()
                        .put("contractId", contractId)
                        .put("algorithm", algorithm)
                        .put("language", language)
                        .put("script", script)
                        .put("sha256", sha256)
                        .put("submittedAt", submittedAt.toString())
                        .put("needed", needed);
        approvals.forEach(json.putArray("approvals")::add);
        decision.ifPresent(made -> json.set("decision", made.toJson()));
        return Json.write(json);
    }

    static ScriptReview parse(String text) {
        var json = Json.parse(text, "script");
        var decision =
                json.has("decision")
                        ? Optional.of(Decision.parse(json.child("decision")))
                        : Optional.<Decision>empty();
        return new ScriptReview(
                json.text("contractId"),
                json.text("algorithm"),
                json.text("language"),
                json.text("script"),
                json.text("sha256"),
                Instant.parse(json.text("submittedAt")),
                json.has("needed") ? json.count("needed") : 1,
                json.has("approvals")
                        ? json.texts("approvals")
                        : decision.filter(made -> made.outcome().equals(Decision.APPROVED))
                                .map(Decision::reviewers)
                                .orElse(List.of()),
                decision);
    }
}
