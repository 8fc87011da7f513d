package io.databourse.sandbox.sql;

import io.databourse.sandbox.noise.BudgetLedger;
import io.databourse.sandbox.noise.Debit;

/// What a private query is paid from.
///
/// @param release one answer's id, such as the job's and its attempt's; a second answer under it is
///   refused, because its noise would be fresh
public record Budget(BudgetLedger ledger, String release) {

    /// Takes the query's cost before any row is read: that a run failed is an answer too.
    Debit debit(PrivatePlan plan) {
        try {
            return ledger.debit(release, plan.cost(), plan.total());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxTrouble("interrupted while the budget was debited", e);
        }
    }
}
