package io.databourse.membership;

import io.databourse.harness.TestDatabase;
import io.databourse.harness.Transactions;

class JpaInstructionStoreTest implements InstructionStoreTck {
    private final InstructionStore store = new JpaInstructionStore(TestDatabase.entities());

    @Override
    public InstructionStore store() {
        return store;
    }

    @Override
    public Transactions transactions() {
        return Transactions.real();
    }

    @Override
    public NodeId node() {
        return RealRows.node();
    }
}
