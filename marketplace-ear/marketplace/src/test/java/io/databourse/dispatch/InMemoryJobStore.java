package io.databourse.dispatch;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Jobs without a database.
final class InMemoryJobStore implements JobStore {
    private final TreeMap<String, JobRun> jobs = new TreeMap<>(Comparator.reverseOrder());
    private final Map<JobId, Map<NodeId, Seen>> seen = new HashMap<>();
    private final Map<JobId, String> receipts = new HashMap<>();

    @Override
    public void insert(JobRun job) {
        jobs.put(job.id().value(), job);
    }

    @Override
    public void update(JobRun job) {
        if (jobs.replace(job.id().value(), job) == null) {
            throw new IllegalArgumentException("no such job: " + job.id());
        }
    }

    @Override
    public Optional<JobRun> find(JobId id) {
        return Optional.ofNullable(jobs.get(id.value()));
    }

    @Override
    public Optional<JobRun> lock(JobId id) {
        return find(id);
    }

    @Override
    public List<JobId> overdue(Instant now, int limit) {
        return jobs.values().stream()
                .filter(job -> job.waitsForNodes() || job.waitsForReviewers())
                .filter(job -> job.deadline().isBefore(now))
                .map(JobRun::id)
                .limit(limit)
                .toList();
    }

    @Override
    public Page<JobRun> of(MerchantId organisation, PageRequest page) {
        return page(job -> job.identity().concerns(organisation), page);
    }

    @Override
    public Page<JobRun> all(PageRequest page) {
        return page(_ -> true, page);
    }

    @Override
    public void progress(JobId id, NodeId node, Progress progress, Instant now) {
        seen.computeIfAbsent(id, _ -> new HashMap<>())
                .merge(
                        node,
                        new Seen(progress, now),
                        (old, fresh) ->
                                old.progress().attempt() <= fresh.progress().attempt()
                                        ? fresh
                                        : old);
    }

    @Override
    public Map<NodeId, Seen> progress(JobId id, int attempt) {
        Map<NodeId, Seen> found = new HashMap<>(seen.getOrDefault(id, Map.of()));
        found.values().removeIf(each -> each.progress().attempt() != attempt);
        return found;
    }

    @Override
    public void keepReceipt(JobId id, String receipt) {
        receipts.put(id, receipt);
    }

    @Override
    public Optional<String> receipt(JobId id) {
        return Optional.ofNullable(receipts.get(id));
    }

    private Page<JobRun> page(Predicate<JobRun> wanted, PageRequest page) {
        String after = page.after().orElse("~");
        return Page.cut(
                jobs.values().stream()
                        .filter(wanted)
                        .filter(job -> job.id().value().compareTo(after) < 0)
                        .limit(page.limit() + 1L)
                        .toList(),
                page,
                job -> job.id().value());
    }
}
