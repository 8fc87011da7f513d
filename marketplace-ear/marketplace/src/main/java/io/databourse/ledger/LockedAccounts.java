package io.databourse.ledger;

import io.databourse.ledger.Account.Side;
import io.databourse.ledger.TransferRequest.Leg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Accounts that nobody else changes until the transaction ends. They are opened and locked in the
/// order of their names, so two transfers never wait for each other in a ring.
final class LockedAccounts {
    private final LedgerStore store;
    private final Map<String, AccountRow> rows = new TreeMap<>();

    private LockedAccounts(LedgerStore store, Collection<String> sortedIds) {
        this.store = store;
        sortedIds.forEach(id -> rows.put(id, store.lock(id)));
    }

    static LockedAccounts open(LedgerStore store, List<Leg> legs) {
        SortedMap<String, Account> wanted = new TreeMap<>();
        for (Leg leg : legs) {
            wanted.put(AccountRow.id(leg.debit()), leg.debit());
            wanted.put(AccountRow.id(leg.credit()), leg.credit());
        }
        wanted.values().forEach(store::open);
        return new LockedAccounts(store, wanted.keySet());
    }

    static LockedAccounts of(LedgerStore store, List<Move> moves) {
        var wanted = new TreeSet<String>();
        moves.forEach(move -> wanted.addAll(List.of(move.debit(), move.credit())));
        return new LockedAccounts(store, wanted);
    }

    void hold(List<Move> moves) {
        for (Move move : moves) {
            losers(move).forEach(account -> account.hold(move.amount()));
        }
    }

    void unhold(List<Move> moves) {
        for (Move move : moves) {
            losers(move).forEach(account -> account.unhold(move.amount()));
        }
    }

    void enter(String transferId, List<Move> moves, Instant at) {
        for (Move move : moves) {
            enter(transferId, row(move.debit()), move.amount(), 0, at);
            enter(transferId, row(move.credit()), 0, move.amount(), at);
        }
    }

    private void enter(String transferId, AccountRow account, long debit, long credit, Instant at) {
        account.move(debit, credit);
        EntryRow entry = new EntryRow();
        entry.transferId = transferId;
        entry.accountId = account.id;
        entry.ledger = account.ledger;
        entry.debit = debit;
        entry.credit = credit;
        entry.balanceAfter = account.posted;
        entry.at = at;
        store.insert(entry);
    }

    /// The accounts that get less by the move, and so bear the hold: either, both or none.
    private List<AccountRow> losers(Move move) {
        List<AccountRow> losers = new ArrayList<>();
        AccountRow debited = row(move.debit());
        if (debited.normal == Side.CREDIT) {
            losers.add(debited);
        }
        AccountRow credited = row(move.credit());
        if (credited.normal == Side.DEBIT) {
            losers.add(credited);
        }
        return losers;
    }

    private AccountRow row(String id) {
        AccountRow row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("not locked: " + id);
        }
        return row;
    }
}
