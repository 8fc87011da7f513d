package io.databourse.dispatch;

import java.util.function.Supplier;

class InMemoryOutboxTest implements OutboxTck {
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private int open;

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public JobId job() {
        return JobId.next();
    }

    /// Only the end of the outermost transaction lets go.
    @Override
    public <T> T inTransaction(Supplier<T> work) {
        open++;
        try {
            return work.get();
        } finally {
            open--;
            if (open == 0) {
                outbox.release();
            }
        }
    }
}
