package io.databourse.merchant;

import io.databourse.harness.TestDatabase;
import io.databourse.harness.Transactions;

class JpaMerchantStoreTest implements MerchantStoreTck {
    private final MerchantStore store = new JpaMerchantStore(TestDatabase.entities());

    @Override
    public MerchantStore store() {
        return store;
    }

    @Override
    public Transactions transactions() {
        return Transactions.real();
    }
}
