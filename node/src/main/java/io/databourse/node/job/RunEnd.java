package io.databourse.node.job;

import io.databourse.node.review.HeldJob;
import java.util.Optional;

/// A run that is over, as it is reported.
///
/// @param held for this node's reviewers
/// @param estimate of the real run, after a dry run
record RunEnd(
        RunOutcome outcome,
        Optional<ResultFile> result,
        Optional<HeldJob> held,
        Optional<Estimate> estimate) {

    /// How long the real run may take, and over how many rows it goes at most.
    record Estimate(long rows, long seconds) {}

    static RunEnd without(RunOutcome outcome) {
        return new RunEnd(outcome, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
