package io.databourse.algorithm;

import io.databourse.contract.ContractId;
import java.time.Instant;
import java.util.Optional;

/// A version before the reviewers of one contract's provider.
///
/// @param reason what the provider's node or reviewers say
public record Submission(
        ContractId contractId,
        State state,
        Optional<String> reason,
        Instant submittedAt,
        Optional<Instant> decidedAt) {

    public enum State {
        SUBMITTED,
        APPROVED,
        REJECTED
    }
}
