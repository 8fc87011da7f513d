package io.databourse.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Work that a committed transaction owes. An entry is written with the state that makes it due and
/// crossed off with the state that it leads to.
interface Outbox {
    void add(JobId job, int attempt, OutboxStep step, Instant dueAt);

    /// Ids of entries that are due, the oldest first.
    List<Long> due(Instant now, int limit);

    /// Takes the entry for this transaction; empty if it is done or if somebody else has it.
    Optional<Entry> claim(long id);

    void done(long id);

    void retry(long id, int tries, Instant dueAt, String error);

    /// Gives it up; a person has to look.
    void dead(long id, int tries, String error);

    record Entry(long id, JobId job, int attempt, OutboxStep step, int tries) {}
}
