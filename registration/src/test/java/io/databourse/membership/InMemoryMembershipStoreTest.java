package io.databourse.membership;

import io.databourse.crypto.Ids;
import io.databourse.harness.Transactions;
import io.databourse.merchant.MerchantId;

class InMemoryMembershipStoreTest implements MembershipStoreTck {
    private final MembershipStore store = new InMemoryMembershipStore();

    @Override
    public MembershipStore store() {
        return store;
    }

    @Override
    public Transactions transactions() {
        return Transactions.none();
    }

    @Override
    public MerchantId merchant() {
        return new MerchantId(Ids.next("mer_"));
    }
}
