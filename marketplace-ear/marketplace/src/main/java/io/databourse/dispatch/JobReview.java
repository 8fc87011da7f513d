package io.databourse.dispatch;

import java.time.Instant;
import java.util.Optional;

/// How far the review of a job's result is, as both sides see it: nothing of the content.
///
/// @param sha256 of what is held, in hex
/// @param verdict what the automatic pre-screen says, as a class alone
/// @param until when the job ends if nobody has decided
/// @param reviewers how many have to agree, and of a decision how many have
public record JobReview(
        State state,
        String sha256,
        long bytes,
        Optional<String> verdict,
        Instant since,
        Instant until,
        int reviewers,
        Optional<String> reason,
        Optional<Instant> decidedAt) {

    public enum State {
        PENDING,
        RELEASED,
        REJECTED
    }

    static JobReview of(HeldResult held, int wanted) {
        return new JobReview(
                held.isPending()
                        ? State.PENDING
                        : held.isReleased() ? State.RELEASED : State.REJECTED,
                held.sha256(),
                held.bytes(),
                held.verdict(),
                held.since(),
                held.until(),
                held.decision().map(HeldResult.Decision::reviewers).orElse(wanted),
                held.decision().flatMap(HeldResult.Decision::reason),
                held.decision().map(HeldResult.Decision::at));
    }
}
