package io.databourse.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ledger's rules, which hold always, after whatever fault. What a batch can break is checked
/// before it is written; the questions recount everything from legs and entries, and name what
/// breaks the rule, a hundred at most.
@ApplicationScoped
@Transactional
public class LedgerAudit {
    private final JpaLedgerChecks checks;

    @Inject
    LedgerAudit(JpaLedgerChecks checks) {
        this.checks = checks;
    }

    /// Transfers whose entries do not sum to zero, in one ledger, to just what was asked for.
    public List<String> transfersAstray() {
        return checks.transfersAstray();
    }

    /// Accounts whose balance is not the sum of their entries.
    public List<String> balancesAstray() {
        return checks.balancesAstray();
    }

    /// Accounts that are overdrawn, or were at any time, though they may not be.
    public List<String> overdrawn() {
        return checks.overdrawn();
    }

    /// Accounts whose snapshots would be others if they were deleted and made again: the balance
    /// after each entry, and what pending transfers have set aside.
    public List<String> snapshotsAstray() {
        return checks.snapshotsAstray();
    }

    /// @throws IllegalStateException if the batch would break a rule, which undoes its transaction
    static void requireSound(List<EntryRow> entries, Collection<AccountRow> accounts) {
        Map<String, Long> sums = new HashMap<>();
        Map<String, Long> balances = new HashMap<>();
        for (EntryRow entry : entries) {
            sums.merge(entry.transferId, entry.debit - entry.credit, Math::addExact);
            balances.put(entry.accountId, entry.balanceAfter);
        }
        sums.forEach((transfer, sum) -> require(sum == 0, transfer + " creates " + sum));
        for (AccountRow account : accounts) {
            long balance = balances.getOrDefault(account.id, account.posted);
            require(balance == account.posted, account.id + " is not what its entries say");
            require(
                    account.mayGoNegative || account.posted >= account.held,
                    account.id + " is overdrawn");
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("ledger invariant violated: " + otherwise);
        }
    }
}
