package io.databourse.membership;

import io.databourse.harness.TestDatabase;
import io.databourse.harness.Transactions;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantSamples;

class JpaMembershipStoreTest implements MembershipStoreTck {
    private final MembershipStore store = new JpaMembershipStore(TestDatabase.entities());

    @Override
    public MembershipStore store() {
        return store;
    }

    @Override
    public Transactions transactions() {
        return Transactions.real();
    }

    @Override
    public MerchantId merchant() {
        return MerchantSamples.stored();
    }
}
