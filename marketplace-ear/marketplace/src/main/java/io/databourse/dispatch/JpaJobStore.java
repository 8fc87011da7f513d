package io.databourse.dispatch;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class JpaJobStore implements JobStore {
    /// After a node's id: the line with its bytes, sent as `done` and received as `total`.
    private static final String TRAFFIC = "/traffic";

    private static final List<JobState> WAITING =
            List.of(JobState.AUTHORIZING, JobState.PLACING, JobState.RUNNING, JobState.DELIVERING);

    /// A job that waits for reviewers is overdue in the end as well.
    private static final String OVERDUE =
            "select j.id from JobRow j where j.deadline < :now and (j.state in :waiting"
                    + " or j.state = :reviewing and j.held is not null) order by j.deadline";

    private final EntityManager entities;

    @Inject
    JpaJobStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void insert(JobRun job) {
        entities.persist(new JobRow(job));
        entities.flush();
    }

    @Override
    public void update(JobRun job) {
        JobRow row = entities.find(JobRow.class, job.id().value());
        if (row == null) {
            throw new IllegalArgumentException("no such job: " + job.id());
        }
        row.update(job);
    }

    @Override
    public Optional<JobRun> find(JobId id) {
        return Optional.ofNullable(entities.find(JobRow.class, id.value())).map(JobRow::toJob);
    }

    @Override
    public Optional<JobRun> lock(JobId id) {
        JobRow row = entities.find(JobRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        // It may have been read before somebody else changed it; our own change goes first.
        entities.flush();
        entities.refresh(row);
        return Optional.of(row.toJob());
    }

    @Override
    public List<JobId> overdue(Instant now, int limit) {
        return entities.createQuery(OVERDUE, String.class)
                .setParameter("waiting", WAITING)
                .setParameter("reviewing", JobState.REVIEWING)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultStream()
                .map(JobId::new)
                .toList();
    }

    @Override
    public Page<JobRun> of(MerchantId organisation, PageRequest page) {
        var rows =
                entities.createQuery(
                                "select j from JobRow j where j.id < :after"
                                        + " and (j.consumerId = :own or j.providerId = :own)"
                                        + " order by j.id desc",
                                JobRow.class)
                        .setParameter("own", organisation.value())
                        .setParameter("after", page.after().orElse("~"))
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return page(rows, page);
    }

    @Override
    public Page<JobRun> all(PageRequest page) {
        var rows =
                entities.createQuery(
                                "select j from JobRow j where j.id < :after order by j.id desc",
                                JobRow.class)
                        .setParameter("after", page.after().orElse("~"))
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return page(rows, page);
    }

    @Override
    public void progress(JobId id, NodeId node, Progress progress, Instant now) {
        upsert(id, node.value(), progress, now);
        progress.traffic()
                .ifPresent(traffic ->
                        upsert(
                                id,
                                node.value() + TRAFFIC,
                                new Progress(
                                        progress.attempt(),
                                        "",
                                        traffic.sent(),
                                        traffic.received(),
                                        "bytes"),
                                now));
    }

    private void upsert(JobId id, String line, Progress progress, Instant now) {
        entities.createNativeQuery(
                        "insert into dispatch_progress"
                                + " (job_id, node_id, attempt, phase, done, total, unit, at)"
                                + " values (:job, :node, :attempt, :phase, :done, :total, :unit, :at)"
                                + " on conflict (job_id, node_id) do update set"
                                + " attempt = excluded.attempt, phase = excluded.phase,"
                                + " done = excluded.done, total = excluded.total,"
                                + " unit = excluded.unit, at = excluded.at"
                                + " where dispatch_progress.attempt <= excluded.attempt")
                .setParameter("job", id.value())
                .setParameter("node", line)
                .setParameter("attempt", progress.attempt())
                .setParameter("phase", progress.phase())
                .setParameter("done", progress.done())
                .setParameter("total", progress.total())
                .setParameter("unit", progress.unit())
                .setParameter("at", now)
                .executeUpdate();
    }

    @Override
    public Map<NodeId, Seen> progress(JobId id, int attempt) {
        Map<String, Seen> lines =
                entities.createQuery(
                                "select p from ProgressRow p"
                                        + " where p.jobId = :job and p.attempt = :attempt",
                                ProgressRow.class)
                        .setParameter("job", id.value())
                        .setParameter("attempt", attempt)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.nodeId, ProgressRow::toSeen));
        Map<NodeId, Seen> seen = new HashMap<>();
        lines.forEach((line, said) -> {
            if (!line.endsWith(TRAFFIC)) {
                seen.put(
                        new NodeId(line),
                        said.with(Optional.ofNullable(lines.get(line + TRAFFIC))));
            }
        });
        return seen;
    }

    @Override
    public void keepReceipt(JobId id, String receipt) {
        entities.persist(new ReceiptRow(id.value(), receipt));
    }

    @Override
    public Optional<String> receipt(JobId id) {
        return Optional.ofNullable(entities.find(ReceiptRow.class, id.value()))
                .map(row -> row.receipt);
    }

    private static Page<JobRun> page(List<JobRow> rows, PageRequest page) {
        return Page.cut(rows.stream().map(JobRow::toJob).toList(), page, job -> job.id().value());
    }
}
