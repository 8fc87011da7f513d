package io.databourse.dispatch;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.PartyRole;
import io.databourse.contract.UsagePolicy;
import io.databourse.crypto.Digest;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeReview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/// Takes the decisions of reviewers about held results. They may come before the exchange knows
/// that a result is held: what is decided waits in the store until the job is as far.
@ApplicationScoped
class Reviews {
    private final JobStore store;
    private final JpaReviewStore reviews;
    private final Outbox outbox;
    private final JobMachine machine;
    private final ContractService contracts;
    private final Clock clock;

    @Inject
    Reviews(
            JobStore store,
            JpaReviewStore reviews,
            Outbox outbox,
            JobMachine machine,
            ContractService contracts,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.outbox = outbox;
        this.machine = machine;
        this.contracts = contracts;
        this.clock = clock;
    }

    /// Takes a review whose signature was verified. The same one again changes nothing.
    ///
    /// @throws Refusal if the node is not the provider's, or has decided otherwise before
    void take(NodeId node, NodeReview review, String document, String signature) {
        JobId id = new JobId(review.jobId().orElseThrow());
        JobRun job =
                store.lock(id)
                        .filter(found -> isOwner(found, node))
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.NOT_FOUND,
                                        "Your node holds no result of %s.",
                                        id));
        SignedReview made = new SignedReview(id, review, document, signature);
        Optional<SignedReview> known = reviews.find(id, made.attempt(), review.sha256());
        if (known.isPresent()) {
            if (known.get().review().decision() != review.decision()) {
                throw conflict("It was decided before: " + known.get().review().decision() + ".");
            }
            return;
        }
        if (job.state().isEnd()) {
            throw conflict("The job is " + job.state() + ".");
        }
        requireEnough(job, review);
        reviews.insert(made, clock.instant());
        outbox.add(id, job.attempt(), OutboxStep.DECIDE, clock.instant());
    }

    /// Does what was decided, if the job waits for it and it is about what is held.
    void decide(JobRun job) {
        Optional<HeldResult> held = job.held().filter(HeldResult::isPending);
        if (job.state() != JobState.REVIEWING || held.isEmpty()) {
            return;
        }
        reviews.find(job.id(), held.get().attempt(), held.get().sha256())
                .ifPresent(made -> machine.decided(job, decision(made)));
    }

    private HeldResult.Decision decision(SignedReview made) {
        NodeReview review = made.review();
        return new HeldResult.Decision(
                review.decision() == NodeReview.Decision.RELEASED,
                review.reviewers().size(),
                review.reason(),
                Digest.sm3(made.document()).toString(),
                clock.instant());
    }

    private void requireEnough(JobRun job, NodeReview review) {
        int wanted = wanted(contract(job).policy());
        if (review.decision() == NodeReview.Decision.RELEASED
                && review.reviewers().size() < wanted) {
            throw Refusal.of(
                    ErrorCode.VALIDATION_FAILED,
                    "The contract wants %s reviewers, not %s.",
                    wanted,
                    review.reviewers().size());
        }
    }

    private Contract contract(JobRun job) {
        return contracts.find(Caller.system(), job.identity().request().contractId());
    }

    /// How many reviewers the contract wants.
    static int wanted(UsagePolicy policy) {
        return policy.room().map(room -> room.path("reviewers").asInt(1)).orElse(1);
    }

    private boolean isOwner(JobRun job, NodeId node) {
        return contract(job).signature(PartyRole.PROVIDER).nodeId().equals(node);
    }

    private static Refusal conflict(String detail) {
        return Refusal.of(ErrorCode.STATE_CONFLICT, "%s", detail);
    }
}
