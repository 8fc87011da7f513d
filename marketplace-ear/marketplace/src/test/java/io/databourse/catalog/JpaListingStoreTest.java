package io.databourse.catalog;

import io.databourse.harness.TestDatabase;
import java.util.function.Supplier;

class JpaListingStoreTest implements ListingStoreTck {
    private final TestDatabase database = TestDatabase.get();

    @Override
    public ListingStore store() {
        return new JpaListingStore(database.entities());
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }
}
