package io.databourse.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The outbox without a database; who claims an entry holds it until [#release].
final class InMemoryOutbox implements Outbox {
    private record Kept(Entry entry, Instant dueAt, boolean held) {}

    private final TreeMap<Long, Kept> entries = new TreeMap<>();
    private long last;

    @Override
    public synchronized void add(JobId job, int attempt, OutboxStep step, Instant dueAt) {
        last++;
        entries.put(last, new Kept(new Entry(last, job, attempt, step, 0), dueAt, false));
    }

    @Override
    public synchronized List<Long> due(Instant now, int limit) {
        return entries.values().stream()
                .filter(kept -> !kept.dueAt().isAfter(now))
                .map(kept -> kept.entry().id())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Entry> claim(long id) {
        Kept kept = entries.get(id);
        if (kept == null || kept.held()) {
            return Optional.empty();
        }
        entries.put(id, new Kept(kept.entry(), kept.dueAt(), true));
        return Optional.of(kept.entry());
    }

    @Override
    public synchronized void done(long id) {
        entries.remove(id);
    }

    @Override
    public synchronized void retry(long id, int tries, Instant dueAt, String error) {
        entries.computeIfPresent(
                id,
                (_, kept) -> {
                    Entry entry = kept.entry();
                    return new Kept(
                            new Entry(id, entry.job(), entry.attempt(), entry.step(), tries),
                            dueAt,
                            kept.held());
                });
    }

    @Override
    public synchronized void dead(long id, int tries, String error) {
        entries.remove(id);
    }

    /// A transaction has ended.
    synchronized void release() {
        entries.replaceAll((_, kept) -> new Kept(kept.entry(), kept.dueAt(), false));
    }
}
