package io.databourse.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaOutbox implements Outbox {
    private final EntityManager entities;

    @Inject
    JpaOutbox(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(JobId job, int attempt, OutboxStep step, Instant dueAt) {
        entities.persist(new OutboxRow(job, attempt, step, dueAt));
    }

    @Override
    public List<Long> due(Instant now, int limit) {
        return entities.createQuery(
                        "select o.id from OutboxRow o where o.state = :due and o.dueAt <= :now"
                                + " order by o.id",
                        Long.class)
                .setParameter("due", OutboxRow.State.DUE)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Optional<Entry> claim(long id) {
        // Whoever has the row keeps it to the end of its transaction; the others pass by.
        List<?> mine =
                entities.createNativeQuery(
                                "select id from dispatch_outbox where id = :id and state = 'DUE'"
                                        + " for update skip locked")
                        .setParameter("id", id)
                        .getResultList();
        return mine.isEmpty() ? Optional.empty() : Optional.of(row(id).toEntry());
    }

    @Override
    public void done(long id) {
        row(id).state = OutboxRow.State.DONE;
    }

    @Override
    public void retry(long id, int tries, Instant dueAt, String error) {
        OutboxRow row = row(id);
        row.tries = tries;
        row.dueAt = dueAt;
        row.error = error;
    }

    @Override
    public void dead(long id, int tries, String error) {
        OutboxRow row = row(id);
        row.tries = tries;
        row.state = OutboxRow.State.DEAD;
        row.error = error;
    }

    private OutboxRow row(long id) {
        OutboxRow row = entities.find(OutboxRow.class, id);
        if (row == null) {
            throw new IllegalArgumentException("no such outbox entry: " + id);
        }
        return row;
    }
}
