package io.databourse.catalog;

import java.util.function.Supplier;

class InMemoryListingStoreTest implements ListingStoreTck {
    private final InMemoryListingStore store = new InMemoryListingStore();

    @Override
    public ListingStore store() {
        return store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
