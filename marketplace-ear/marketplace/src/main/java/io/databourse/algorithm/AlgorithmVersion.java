package io.databourse.algorithm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One version of an algorithm, without its text.
///
/// @param reference what a job names: `name@version`
/// @param sha256 of the text's UTF-8 bytes, in hex; approvals are of this and nothing else
/// @param state the best that any contract's provider has said
public record AlgorithmVersion(
        String version,
        String reference,
        String language,
        String sha256,
        int bytes,
        VersionState state,
        Instant createdAt,
        Optional<Instant> deprecatedAt,
        List<Submission> submissions) {
    public AlgorithmVersion {
        submissions = List.copyOf(submissions);
    }

    /// What is done with a version as a whole.
    public enum VersionState {
        /// No provider has been asked.
        DRAFT,
        /// A provider has been asked, and none has approved.
        SUBMITTED,
        APPROVED,
        REJECTED,
        /// It may not be used newly; jobs that were started with it can be followed up as before.
        DEPRECATED
    }
}
