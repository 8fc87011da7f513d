package io.databourse.dispatch;

import java.util.function.Supplier;

class InMemoryJobStoreTest implements JobStoreTck {
    private final InMemoryJobStore store = new InMemoryJobStore();

    @Override
    public JobStore store() {
        return store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
