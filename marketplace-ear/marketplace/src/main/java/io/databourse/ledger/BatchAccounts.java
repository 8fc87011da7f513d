package io.databourse.ledger;

import io.databourse.ledger.TransferRequest.Leg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The accounts of a batch, locked, and what the batch does to them: its transfers are applied one
/// after the other, in memory.
final class BatchAccounts {
    private final Map<String, AccountRow> rows = new HashMap<>();
    private final List<EntryRow> entries = new ArrayList<>();

    void put(AccountRow row) {
        rows.put(row.id, row);
    }

    /// @return false if an account has too little; then nothing is changed
    boolean apply(String transferId, List<Leg> legs) {
        int before = entries.size();
        try {
            for (Leg leg : legs) {
                enter(transferId, leg.debit(), leg.amount(), 0);
                enter(transferId, leg.credit(), 0, leg.amount());
            }
            return true;
        } catch (InsufficientBalance tooLittle) {
            while (entries.size() > before) {
                takeBack(entries.removeLast());
            }
            return false;
        }
    }

    private void enter(String transferId, Account account, long debit, long credit) {
        AccountRow row = row(AccountRow.id(account));
        row.move(debit, credit);
        EntryRow entry = new EntryRow();
        entry.transferId = transferId;
        entry.accountId = row.id;
        entry.ledger = row.ledger;
        entry.debit = debit;
        entry.credit = credit;
        entry.balanceAfter = row.posted;
        entries.add(entry);
    }

    private void takeBack(EntryRow entry) {
        AccountRow row = row(entry.accountId);
        boolean grew = (row.normal == Account.Side.DEBIT) == (entry.debit > 0);
        long amount = entry.debit + entry.credit;
        row.posted = Math.addExact(row.posted, grew ? -amount : amount);
    }

    private AccountRow row(String id) {
        AccountRow row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("not locked: " + id);
        }
        return row;
    }

    List<EntryRow> entries() {
        return entries;
    }

    Collection<AccountRow> rows() {
        return rows.values();
    }
}
