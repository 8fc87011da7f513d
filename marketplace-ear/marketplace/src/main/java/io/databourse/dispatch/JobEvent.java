package io.databourse.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened to a job. Later stages listen, in the same transaction.
public sealed interface JobEvent {
    JobFacts job();

    Instant at();

    record Requested(JobFacts job, Instant at) implements JobEvent {}

    /// All nodes accepted this definition.
    record Authorized(JobFacts job, String definitionHash, Instant at) implements JobEvent {}

    /// The nodes were told to start.
    record Placed(JobFacts job, String definitionHash, Instant at) implements JobEvent {}

    record Started(JobFacts job, Instant at) implements JobEvent {}

    /// This attempt is over without a result; another one follows.
    record AttemptFailed(
            JobFacts job, String code, Optional<String> blame, String detail, Instant at)
            implements JobEvent {}

    /// The rules said no. Nothing is charged.
    record Refused(JobFacts job, String code, String detail, List<PartyReport> reports, Instant at)
            implements JobEvent {
        public Refused {
            reports = List.copyOf(reports);
        }
    }

    /// Something broke for good. Nothing is charged.
    record Failed(
            JobFacts job,
            String code,
            Optional<String> blame,
            String detail,
            List<PartyReport> reports,
            Instant at)
            implements JobEvent {
        public Failed {
            reports = List.copyOf(reports);
        }
    }

    /// The result waits at the provider's node for its reviewers.
    record Held(JobFacts job, String sha256, Instant until, Instant at) implements JobEvent {}

    /// The provider's reviewers let the result go; another attempt hands it over.
    ///
    /// @param reviewHash SM3 of the review that the node signed
    record Released(JobFacts job, String sha256, String reviewHash, Instant at)
            implements JobEvent {}

    /// The provider's reviewers keep the result. The job is refused.
    record Rejected(JobFacts job, String sha256, String reviewHash, Instant at)
            implements JobEvent {}

    record Cancelled(JobFacts job, String by, Instant at) implements JobEvent {}

    /// The result is with its recipients. This alone is charged. What each has, the reports say.
    ///
    /// @param units billable units, from the contract's quota
    record Delivered(
            JobFacts job,
            String definitionHash,
            long units,
            long resultRows,
            String resultHash,
            List<PartyReport> reports,
            Instant at)
            implements JobEvent {
        public Delivered {
            reports = List.copyOf(reports);
        }
    }
}
