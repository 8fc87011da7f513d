package io.databourse.dispatch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A review as it was signed.
@Entity
@Table(name = "dispatch_review")
class ReviewRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "job_id")
    String jobId;

    int attempt;
    String sha256;

    @Column(name = "node_id")
    String nodeId;

    String document;
    String signature;
    Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ReviewRow() {}

    ReviewRow(SignedReview made, Instant now) {
        jobId = made.job().value();
        attempt = made.attempt();
        sha256 = made.review().sha256();
        nodeId = made.review().nodeId();
        document = made.document();
        signature = made.signature();
        at = now;
    }
}
