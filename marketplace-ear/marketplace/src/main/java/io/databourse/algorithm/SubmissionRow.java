package io.databourse.algorithm;

import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.PartyRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "algorithm_submission")
class SubmissionRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "algorithm_id")
    String algorithmId;

    String version;

    @Column(name = "contract_id")
    String contractId;

    @Column(name = "provider_id")
    String providerId;

    @Column(name = "node_id")
    String nodeId;

    String sha256;

    @Enumerated(EnumType.STRING)
    Submission.State state;

    @Nullable String reason;
    @Nullable String document;
    @Nullable String signature;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "decided_at")
    @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected SubmissionRow() {}

    SubmissionRow(VersionRow of, Contract contract, Instant now) {
        algorithmId = of.algorithmId;
        version = of.version;
        contractId = contract.id().value();
        providerId = contract.provider().value();
        nodeId = contract.signature(PartyRole.PROVIDER).nodeId().value();
        sha256 = of.sha256;
        state = Submission.State.SUBMITTED;
        submittedAt = now;
    }

    void decide(boolean approved, @Nullable String why, Instant now) {
        state = approved ? Submission.State.APPROVED : Submission.State.REJECTED;
        reason = why;
        decidedAt = now;
    }

    Submission toSubmission() {
        return new Submission(
                new ContractId(contractId),
                state,
                Optional.ofNullable(reason),
                submittedAt,
                Optional.ofNullable(decidedAt));
    }
}
