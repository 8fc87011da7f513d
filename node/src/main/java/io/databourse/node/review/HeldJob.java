package io.databourse.node.review;

import io.databourse.node.Json;
import io.databourse.node.child.ChildReport;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One output in quarantine, and what was decided about it.
///
/// @param algorithm what made it: a registered algorithm or the task
/// @param needed how many reviewers must agree
/// @param votes for releasing it, each of another reviewer
/// @param decision signed by this node, once there is one
public record HeldJob(
        String jobId,
        int attempt,
        String contractId,
        String algorithm,
        Bundle bundle,
        List<ChildReport.Finding> findings,
        int needed,
        Instant heldAt,
        Instant expiresAt,
        List<Vote> votes,
        Optional<Decision> decision) {
    public HeldJob {
        findings = List.copyOf(findings);
        votes = List.copyOf(votes);
    }

    /// One reviewer's word.
    public record Vote(String reviewer, Instant at) {}

    /// How a review ends.
    public enum State {
        PENDING,
        RELEASED,
        REJECTED
    }

    public State state() {
        return decision.map(each -> State.valueOf(each.outcome())).orElse(State.PENDING);
    }

    /// How many findings there are of a verdict.
    public long count(HeldOutput.Verdict verdict) {
        return findings.stream().filter(each -> each.verdict() == verdict).count();
    }

    HeldJob with(Vote vote) {
        var all = new ArrayList<>(votes);
        all.add(vote);
        return new HeldJob(
                jobId,
                attempt,
                contractId,
                algorithm,
                bundle,
                findings,
                needed,
                heldAt,
                expiresAt,
                all,
                decision);
    }

    HeldJob with(Decision made) {
        return new HeldJob(
                jobId,
                attempt,
                contractId,
                algorithm,
                bundle,
                findings,
                needed,
                heldAt,
                expiresAt,
                votes,
                Optional.of(made));
    }

    String toJson() {
        var json =
                Json.object()
                        .put("jobId", jobId)
                        .put("attempt", attempt)
                        .put("contractId", contractId)
                        .put("algorithm", algorithm)
                        .put("needed", needed)
                        .put("heldAt", heldAt.toString())
                        .put("expiresAt", expiresAt.toString());
        json.set("bundle", bundle.toJson());
        var found = json.putArray("findings");
        findings.forEach(each ->
                found.addObject()
                        .put("verdict", each.verdict().name())
                        .put("zh", each.message().zh())
                        .put("en", each.message().en()));
        var said = json.putArray("votes");
        votes.forEach(vote ->
                said.addObject().put("reviewer", vote.reviewer()).put("at", vote.at().toString()));
        decision.ifPresent(made -> json.set("decision", made.toJson()));
        return Json.write(json);
    }

    static HeldJob parse(String text) {
        var json = Json.parse(text, "held");
        return new HeldJob(
                json.text("jobId"),
                json.count("attempt"),
                json.text("contractId"),
                json.text("algorithm"),
                Bundle.parse(json.child("bundle")),
                json.list(
                        "findings",
                        each ->
                                new ChildReport.Finding(
                                        HeldOutput.Verdict.valueOf(each.text("verdict")),
                                        new Text(each.text("zh"), each.text("en")))),
                json.count("needed"),
                Instant.parse(json.text("heldAt")),
                Instant.parse(json.text("expiresAt")),
                json.list(
                        "votes",
                        each -> new Vote(each.text("reviewer"), Instant.parse(each.text("at")))),
                json.has("decision")
                        ? Optional.of(Decision.parse(json.child("decision")))
                        : Optional.empty());
    }
}
