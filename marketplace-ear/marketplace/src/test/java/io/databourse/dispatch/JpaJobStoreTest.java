package io.databourse.dispatch;

import io.databourse.harness.TestDatabase;
import java.util.function.Supplier;

class JpaJobStoreTest implements JobStoreTck {
    private final TestDatabase database = TestDatabase.get();

    @Override
    public JobStore store() {
        return new JpaJobStore(database.entities());
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }
}
