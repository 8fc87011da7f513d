package io.databourse.dispatch;

import io.databourse.membership.NodeId;
import io.databourse.membership.NodeReview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class JpaReviewStore {
    private final EntityManager entities;

    @Inject
    JpaReviewStore(EntityManager entities) {
        this.entities = entities;
    }

    void insert(SignedReview made, Instant now) {
        entities.persist(new ReviewRow(made, now));
        entities.flush();
    }

    Optional<SignedReview> find(JobId job, int attempt, String sha256) {
        return entities.createQuery(
                        "select r from ReviewRow r where r.jobId = :job and r.attempt = :attempt"
                                + " and r.sha256 = :sha256",
                        ReviewRow.class)
                .setParameter("job", job.value())
                .setParameter("attempt", attempt)
                .setParameter("sha256", sha256)
                .getResultStream()
                .map(row ->
                        new SignedReview(
                                job,
                                NodeReview.read(new NodeId(row.nodeId), row.document),
                                row.document,
                                row.signature))
                .findFirst();
    }
}
