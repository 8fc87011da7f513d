package io.databourse.node.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.Digest;
import io.databourse.node.Answer;
import io.databourse.node.Json;
import io.databourse.node.NodeConfig;
import io.databourse.node.contract.RequiredReviewers;
import io.databourse.node.keys.NodeKeys;
import io.databourse.node.link.Outbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Where reviewers decide, 结果审核: here, at the owner's node, and nowhere else. The exchange is only
/// told: one that was broken into cannot release anything. Each decision is on disk before it is
/// told, and [#tellAll] tells what a crash kept back.
public final class ReviewService {
    private static final int MOST_REVIEWERS = 2;

    private final Quarantine quarantine;
    private final Scripts scripts;
    private final Reviewers reviewers;
    private final Decision.Signatory signatory;
    private final int ownReviewers;
    private final Path outbox;
    private final Clock clock;

    public ReviewService(NodeConfig config, String nodeId, NodeKeys keys, Clock clock)
            throws IOException {
        this.quarantine = new Quarantine(config.stateFolder().resolve("quarantine"));
        this.scripts = new Scripts(config.stateFolder().resolve("scripts"));
        this.reviewers = config.reviewing().reviewers();
        this.signatory = new Decision.Signatory(nodeId, keys);
        this.ownReviewers = RequiredReviewers.ofAny(config.releases());
        this.outbox = config.outboxFolder();
        this.clock = clock;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    public Scripts scripts() {
        return scripts;
    }

    /// One reviewer with a password; whoever calls overwrites it.
    @SuppressWarnings("ArrayRecordComponent") // it is a password: it must be overwritten
    public record Reviewer(String name, char[] password) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// One more reviewer wants the output out; it is released when there are enough.
    ///
    /// @throws ReviewProblem if it is not this reviewer's to decide, or the files were changed
    public HeldJob release(String jobId, Reviewer reviewer, String reason) throws IOException {
        reviewers.check(reviewer.name(), reviewer.password());
        var held = pending(jobId);
        if (!quarantine.isWhole(held)) {
            throw new ReviewProblem(
                    "暂存的文件已不是计算任务留下的那些。", "The held files are not those that the job has left.");
        }
        var now = clock.instant();
        return tell(
                quarantine.change(
                        held,
                        current -> {
                            stillPending(current);
                            if (current.votes().stream()
                                    .anyMatch(vote -> vote.reviewer().equals(reviewer.name()))) {
                                throw hasAgreed();
                            }
                            var voted = current.with(new HeldJob.Vote(reviewer.name(), now));
                            return voted.votes().size() < voted.needed()
                                    ? voted
                                    : decided(voted, Decision.RELEASED, reason, names(voted));
                        }));
    }

    /// One reviewer is enough to keep the output here for ever.
    public HeldJob reject(String jobId, Reviewer reviewer, String reason) throws IOException {
        reviewers.check(reviewer.name(), reviewer.password());
        return tell(
                quarantine.change(
                        pending(jobId),
                        current -> {
                            stillPending(current);
                            return decided(
                                    current, Decision.REJECTED, reason, List.of(reviewer.name()));
                        }));
    }

    private static ReviewProblem hasAgreed() {
        return new ReviewProblem(
                "这位审核人已经同意过，还需要另一位。", "This reviewer has agreed already; another one must too.");
    }

    private static List<String> names(HeldJob held) {
        return held.votes().stream().map(HeldJob.Vote::reviewer).toList();
    }

    private HeldJob pending(String jobId) throws IOException {
        return quarantine
                .find(jobId)
                .orElseThrow(() ->
                        new ReviewProblem(
                                "没有计算任务 " + jobId + " 的暂存输出。",
                                "Nothing is held of job " + jobId + "."));
    }

    private void stillPending(HeldJob held) {
        if (held.state() != HeldJob.State.PENDING) {
            throw new ReviewProblem(
                    held.state() == HeldJob.State.RELEASED ? "此前已决定：已放行。" : "此前已决定：已驳回。",
                    held.state() == HeldJob.State.RELEASED
                            ? "This was decided already: it was released."
                            : "This was decided already: it was rejected.");
        }
        if (!clock.instant().isBefore(held.expiresAt())) {
            throw new ReviewProblem(
                    "审核期限已于 " + held.expiresAt() + " 届满。",
                    "The time to decide was over at " + held.expiresAt() + ".");
        }
    }

    private HeldJob decided(HeldJob held, String outcome, String reason, List<String> names) {
        return held.with(
                Decision.sign(
                        document -> describe(document, held),
                        outcome,
                        reason,
                        names,
                        signatory,
                        clock.instant()));
    }

    private static ObjectNode describe(ObjectNode document, HeldJob held) {
        return document.put("subject", "OUTPUT")
                .put("jobId", held.jobId())
                .put("attempt", held.attempt())
                .put("contractId", held.contractId())
                .put("algorithm", held.algorithm())
                .put("sha256", held.bundle().sha256());
    }

    /// Puts what was decided into the outbox, and then remembers that it was.
    private HeldJob tell(HeldJob held) throws IOException {
        var decision = held.decision().filter(made -> !made.told());
        if (decision.isEmpty()) {
            return held;
        }
        Outbox.drop(outbox, Outbox.REVIEWS, decision.get().body());
        return quarantine.change(held, current -> current.with(decision.get().wasTold()));
    }

    private ScriptReview tell(ScriptReview script) throws IOException {
        var decision = script.decision().filter(made -> !made.told());
        if (decision.isEmpty()) {
            return script;
        }
        Outbox.drop(outbox, Outbox.REVIEWS, decision.get().body());
        var told = script.with(decision.get().wasTold());
        scripts.write(told);
        return told;
    }

    /// Tells what was decided and not told, and deletes what is too old.
    public void tellAll() throws IOException {
        for (var held : quarantine.all()) {
            tell(held);
        }
        for (var script : scripts.all()) {
            tell(script);
        }
        quarantine.expire(clock.instant());
    }

    /// REVIEW_SCRIPT: queues a script. One that is known keeps its decision, which is told again.
    public Answer submit(Json payload) throws IOException {
        var script = payload.text("script");
        var sha256 = Digest.sha256(script).hex();
        if (!sha256.equals(payload.text("sha256"))
                || script.getBytes(StandardCharsets.UTF_8).length > Scripts.MOST_BYTES) {
            return Answer.refused("SCRIPT_INVALID", "the text and its hash do not agree");
        }
        var contract = payload.text("contractId");
        var known = scripts.find(sha256, contract);
        var review =
                known.orElseGet(() ->
                        new ScriptReview(
                                contract,
                                payload.text("algorithm"),
                                payload.text("language"),
                                script,
                                sha256,
                                clock.instant(),
                                needed(payload),
                                List.of(),
                                Optional.empty()));
        if (known.isEmpty()) {
            scripts.write(review);
        } else if (review.decision().isPresent()) {
            Outbox.drop(outbox, Outbox.REVIEWS, review.decision().get().body());
        }
        return Answer.done(Json.object().put("state", review.state()));
    }

    /// What the contract's rules say, as the exchange tells it, or the owner's if these ask for
    /// more. Before a job runs the contract itself is looked at.
    private int needed(Json payload) {
        var told = payload.has("reviewers") ? payload.count("reviewers") : 1;
        return Math.max(Math.clamp(told, 1, MOST_REVIEWERS), ownReviewers);
    }

    /// One reviewer approves a script; it may run when there are enough.
    ///
    /// @param id or the first characters of it
    /// @throws ReviewProblem if this reviewer has approved it already
    public ScriptReview approve(String id, Reviewer reviewer, String reason) throws IOException {
        reviewers.check(reviewer.name(), reviewer.password());
        var script = script(id);
        if (script.approvals().contains(reviewer.name())) {
            throw hasAgreed();
        }
        var approved = script.approvedBy(reviewer.name());
        if (approved.approvals().size() < approved.needed()) {
            scripts.write(approved);
            return approved;
        }
        var decision = sign(script, Decision.APPROVED, reason, approved.approvals());
        return told(approved.with(decision));
    }

    /// One reviewer is enough to say that a script may not run, also when it was approved before.
    ///
    /// @param id or the first characters of it
    public ScriptReview rejectScript(String id, Reviewer reviewer, String reason)
            throws IOException {
        reviewers.check(reviewer.name(), reviewer.password());
        var script = script(id);
        var decision = sign(script, Decision.REJECTED, reason, List.of(reviewer.name()));
        return told(script.rejected(decision));
    }

    private ScriptReview told(ScriptReview decided) throws IOException {
        scripts.write(decided);
        return tell(decided);
    }

    private Decision sign(ScriptReview script, String outcome, String reason, List<String> names) {
        return Decision.sign(
                document ->
                        document.put("subject", "SCRIPT")
                                .put("contractId", script.contractId())
                                .put("algorithm", script.algorithm())
                                .put("language", script.language())
                                .put("sha256", script.sha256()),
                outcome,
                reason,
                names,
                signatory,
                clock.instant());
    }

    /// What the exchange did not take, and what it said.
    public List<String> notTaken() throws IOException {
        return Outbox.notTaken(outbox);
    }

    /// The script of this id.
    ///
    /// @throws ReviewProblem if there is none, or more than one
    public ScriptReview script(String id) throws IOException {
        var found =
                scripts.all().stream()
                        .filter(each -> id.length() >= 8 && each.id().startsWith(id))
                        .toList();
        if (found.size() != 1) {
            throw new ReviewProblem(
                    "编号为 " + id + " 的脚本不存在，或不止一个。", "There is not one script " + id + ".");
        }
        return found.getFirst();
    }
}
