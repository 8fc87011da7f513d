package io.databourse.settlement.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/// One piece of work in one transaction, unless there is one: its failure undoes no other's.
@ApplicationScoped
@Transactional
class Apart {
    <T> T run(Supplier<T> work) {
        return work.get();
    }
}
