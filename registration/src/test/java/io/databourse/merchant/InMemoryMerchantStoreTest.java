package io.databourse.merchant;

import io.databourse.harness.Transactions;

class InMemoryMerchantStoreTest implements MerchantStoreTck {
    private final MerchantStore store = new InMemoryMerchantStore();

    @Override
    public MerchantStore store() {
        return store;
    }

    @Override
    public Transactions transactions() {
        return Transactions.none();
    }
}
