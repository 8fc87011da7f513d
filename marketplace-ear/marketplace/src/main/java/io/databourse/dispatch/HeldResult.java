package io.databourse.dispatch;

import java.time.Instant;
import java.util.Optional;

/// A result that waits at the provider's node for its reviewers, 结果审核, and what they decided.
///
/// @param attempt the one that made it
/// @param sha256 of the bundle of files, in hex
/// @param verdict what the automatic pre-screen says, as a class alone
/// @param until when nobody waits any longer
record HeldResult(
        int attempt,
        String sha256,
        long bytes,
        Optional<String> verdict,
        Instant since,
        Instant until,
        Optional<Decision> decision) {

    /// @param reviewers how many agreed
    /// @param documentHash SM3 of the signed review
    record Decision(
            boolean released,
            int reviewers,
            Optional<String> reason,
            String documentHash,
            Instant at) {}

    boolean isPending() {
        return decision.isEmpty();
    }

    boolean isReleased() {
        return decision.filter(Decision::released).isPresent();
    }

    HeldResult decided(Decision made) {
        return new HeldResult(attempt, sha256, bytes, verdict, since, until, Optional.of(made));
    }
}
