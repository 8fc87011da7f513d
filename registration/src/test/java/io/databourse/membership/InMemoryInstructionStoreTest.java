package io.databourse.membership;

import io.databourse.harness.Transactions;

class InMemoryInstructionStoreTest implements InstructionStoreTck {
    private final InstructionStore store = new InMemoryInstructionStore();

    @Override
    public InstructionStore store() {
        return store;
    }

    @Override
    public Transactions transactions() {
        return Transactions.none();
    }

    @Override
    public NodeId node() {
        return NodeId.next();
    }
}
