package io.databourse.algorithm;

import io.databourse.algorithm.AlgorithmVersion.VersionState;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps algorithms, their versions and what was decided about them.
@ApplicationScoped
class JpaAlgorithms {
    private final EntityManager entities;

    @Inject
    JpaAlgorithms(EntityManager entities) {
        this.entities = entities;
    }

    void insert(Object row) {
        entities.persist(row);
        entities.flush();
    }

    Optional<AlgorithmRow> find(AlgorithmId id) {
        return Optional.ofNullable(entities.find(AlgorithmRow.class, id.value()));
    }

    Optional<AlgorithmRow> find(MerchantId owner, String name) {
        return entities.createQuery(
                        "select a from AlgorithmRow a where a.ownerId = :owner and a.name = :name",
                        AlgorithmRow.class)
                .setParameter("owner", owner.value())
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    Optional<VersionRow> version(String algorithm, String version) {
        return entities.createQuery(
                        "select v from VersionRow v where v.algorithmId = :id"
                                + " and v.version = :version",
                        VersionRow.class)
                .setParameter("id", algorithm)
                .setParameter("version", version)
                .getResultStream()
                .findFirst();
    }

    /// Those of the owner, and those that were submitted to it as a provider.
    Page<Algorithm> of(MerchantId owner, PageRequest page) {
        List<AlgorithmRow> rows =
                entities.createQuery(
                                "select a from AlgorithmRow a where a.id < :after and (a.ownerId ="
                                        + " :owner or exists (select s from SubmissionRow s where"
                                        + " s.algorithmId = a.id and s.providerId = :owner))"
                                        + " order by a.id desc",
                                AlgorithmRow.class)
                        .setParameter("after", page.after().orElse("~"))
                        .setParameter("owner", owner.value())
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return Page.cut(rows, page, row -> row.id).map(this::view);
    }

    List<SubmissionRow> submissions(String algorithm) {
        return entities.createQuery(
                        "select s from SubmissionRow s where s.algorithmId = :id order by s.id",
                        SubmissionRow.class)
                .setParameter("id", algorithm)
                .getResultList();
    }

    SubmissionRow submission(long id) {
        SubmissionRow row = entities.find(SubmissionRow.class, id);
        if (row == null) {
            throw new IllegalArgumentException("no such submission: " + id);
        }
        return row;
    }

    /// What waits, or waited, for the reviewers at a node.
    List<SubmissionRow> submissions(NodeId node, String sha256) {
        return entities.createQuery(
                        "select s from SubmissionRow s where s.nodeId = :node"
                                + " and s.sha256 = :sha256 order by s.id",
                        SubmissionRow.class)
                .setParameter("node", node.value())
                .setParameter("sha256", sha256)
                .getResultList();
    }

    /// Whether a version was submitted to this provider.
    boolean isAsked(MerchantId provider, AlgorithmRow algorithm) {
        return submissions(algorithm.id).stream()
                .anyMatch(each -> each.providerId.equals(provider.value()));
    }

    Algorithm view(AlgorithmRow row) {
        List<SubmissionRow> submissions = submissions(row.id);
        List<AlgorithmVersion> versions =
                entities.createQuery(
                                "select v from VersionRow v where v.algorithmId = :id"
                                        + " order by v.id desc",
                                VersionRow.class)
                        .setParameter("id", row.id)
                        .getResultStream()
                        .map(version -> view(row, version, submissions))
                        .toList();
        return new Algorithm(
                new AlgorithmId(row.id),
                new MerchantId(row.ownerId),
                row.name,
                row.description,
                row.createdAt,
                versions);
    }

    private static AlgorithmVersion view(
            AlgorithmRow row, VersionRow version, List<SubmissionRow> all) {
        List<Submission> submissions =
                all.stream()
                        .filter(each -> each.version.equals(version.version))
                        .map(SubmissionRow::toSubmission)
                        .toList();
        return new AlgorithmVersion(
                version.version,
                row.name + "@" + version.version,
                version.language,
                version.sha256,
                version.bytes,
                version.deprecatedAt == null ? state(submissions) : VersionState.DEPRECATED,
                version.createdAt,
                Optional.ofNullable(version.deprecatedAt),
                submissions);
    }

    private static VersionState state(List<Submission> submissions) {
        Set<Submission.State> states =
                submissions.stream().map(Submission::state).collect(Collectors.toSet());
        if (states.contains(Submission.State.APPROVED)) {
            return VersionState.APPROVED;
        }
        if (states.contains(Submission.State.SUBMITTED)) {
            return VersionState.SUBMITTED;
        }
        return states.isEmpty() ? VersionState.DRAFT : VersionState.REJECTED;
    }
}
