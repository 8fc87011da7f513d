package io.databourse.ledger;

import io.databourse.ledger.Account.Side;
import io.databourse.ledger.TransferRequest.Leg;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Moves amounts between accounts. Every call joins the caller's transaction; accounts are locked
/// in the order of their names, so two transfers never wait for each other in a ring.
@ApplicationScoped
@Transactional
public class LedgerService {
    private final LedgerStore store;
    private final JpaLedgerBatch batch;
    private final Clock clock;

    @Inject
    LedgerService(LedgerStore store, JpaLedgerBatch batch, Clock clock) {
        this.store = store;
        this.batch = batch;
        this.clock = clock;
    }

    /// Sets the amounts aside until [#post] or [#voidPending].
    ///
    /// @throws InsufficientBalance if an account that may not go negative has too little
    public TransferId pending(TransferRequest request) {
        var known = store.lockByKey(request.key());
        if (known.isPresent()) {
            return new TransferId(known.get().id);
        }
        Map<String, AccountRow> accounts = openAndLock(request.legs());
        for (Leg leg : request.legs()) {
            holder(leg, accounts).hold(leg.amount());
        }
        return insert(request, TransferState.PENDING);
    }

    /// Moves what [#pending] has set aside.
    ///
    /// @return false if that was done before
    public boolean post(TransferId id) {
        TransferRow transfer = transfer(id);
        if (transfer.state == TransferState.POSTED) {
            return false;
        }
        requirePending(transfer);
        List<LegRow> legs = store.legs(id);
        Map<String, AccountRow> accounts = lock(legs);
        for (LegRow leg : legs) {
            holder(leg, accounts).unhold(leg.amount);
        }
        move(transfer.id, legs, accounts);
        store.settle(transfer, TransferState.POSTED, clock.instant());
        return true;
    }

    /// Gives back what [#pending] has set aside.
    ///
    /// @return false if that was done before
    public boolean voidPending(TransferId id) {
        TransferRow transfer = transfer(id);
        if (transfer.state == TransferState.VOIDED) {
            return false;
        }
        requirePending(transfer);
        List<LegRow> legs = store.legs(id);
        Map<String, AccountRow> accounts = lock(legs);
        for (LegRow leg : legs) {
            holder(leg, accounts).unhold(leg.amount);
        }
        store.settle(transfer, TransferState.VOIDED, clock.instant());
        return true;
    }

    /// Moves the amounts at once.
    ///
    /// @throws InsufficientBalance if an account that may not go negative has too little
    public TransferId postNow(TransferRequest request) {
        var known = store.lockByKey(request.key());
        if (known.isPresent()) {
            return new TransferId(known.get().id);
        }
        Map<String, AccountRow> accounts = openAndLock(request.legs());
        TransferId id = insert(request, TransferState.POSTED);
        move(id.value(), store.legs(id), accounts);
        return id;
    }

    /// Moves the amounts of many transfers at once, one after the other in their order: each sees
    /// what those before it did. One that cannot be does not keep the others from being.
    ///
    /// @return what became of each
    public List<BatchOutcome> postAll(List<TransferRequest> requests) {
        return requests.isEmpty() ? List.of() : batch.post(requests);
    }

    /// Nothing, for an account that no transfer has touched.
    public Balance balance(Account account) {
        return store.account(AccountRow.id(account))
                .map(row -> new Balance(row.posted, row.held))
                .orElse(new Balance(0, 0));
    }

    /// The account's lines, newest first.
    ///
    /// @param before only lines with a lower number
    public List<Entry> entries(Account account, long before, int most) {
        return store.entries(AccountRow.id(account), before, most);
    }

    /// The transfer that was asked for with a key.
    public Optional<Transfer> find(String key) {
        return store.lockByKey(key)
                .map(row -> new Transfer(new TransferId(row.id), row.subjectId, row.state));
    }

    /// Recounts every ledger from its entries.
    public LedgerProof proof() {
        List<LedgerProof.LedgerSum> sums = store.sums();
        return new LedgerProof(
                sums,
                sums.stream().allMatch(sum -> sum.difference() == 0 && sum.accountsAstray() == 0));
    }

    private TransferRow transfer(TransferId id) {
        return store.lockTransfer(id)
                .orElseThrow(() -> new IllegalArgumentException("no such transfer: " + id));
    }

    private static void requirePending(TransferRow transfer) {
        if (transfer.state != TransferState.PENDING) {
            throw new IllegalStateException(transfer.id + " is " + transfer.state);
        }
    }

    private TransferId insert(TransferRequest request, TransferState state) {
        TransferRow row = new TransferRow();
        TransferId id = TransferId.next();
        row.id = id.value();
        row.requestKey = request.key();
        row.ledger = request.ledger();
        row.reason = request.reason();
        row.subjectId = request.subjectId();
        row.state = state;
        row.createdAt = clock.instant();
        row.settledAt = row.createdAt;
        List<LegRow> legs = new ArrayList<>();
        for (Leg leg : request.legs()) {
            LegRow legRow = new LegRow();
            legRow.id = row.id + "/" + legs.size();
            legRow.transferId = row.id;
            legRow.position = legs.size();
            legRow.debitAccount = AccountRow.id(leg.debit());
            legRow.creditAccount = AccountRow.id(leg.credit());
            legRow.amount = leg.amount();
            legs.add(legRow);
        }
        store.insert(row, legs);
        return id;
    }

    private void move(String transferId, List<LegRow> legs, Map<String, AccountRow> accounts) {
        Instant now = clock.instant();
        for (LegRow leg : legs) {
            enter(transferId, accountOf(leg.debitAccount, accounts), leg.amount, 0, now);
            enter(transferId, accountOf(leg.creditAccount, accounts), 0, leg.amount, now);
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

    private Map<String, AccountRow> openAndLock(List<Leg> legs) {
        var names = new TreeSet<String>();
        for (Leg leg : legs) {
            for (Account account : List.of(leg.debit(), leg.credit())) {
                if (names.add(AccountRow.id(account))) {
                    store.open(account);
                }
            }
        }
        return lock(names);
    }

    private Map<String, AccountRow> lock(List<LegRow> legs) {
        var names = new TreeSet<String>();
        legs.forEach(leg -> names.addAll(List.of(leg.debitAccount, leg.creditAccount)));
        return lock(names);
    }

    private Map<String, AccountRow> lock(SortedSet<String> names) {
        Map<String, AccountRow> accounts = new HashMap<>();
        names.forEach(name -> accounts.put(name, store.lock(name)));
        return accounts;
    }

    /// The account of a leg that gets less by it, and so bears the hold.
    private static AccountRow holder(Leg leg, Map<String, AccountRow> accounts) {
        return holder(AccountRow.id(leg.debit()), AccountRow.id(leg.credit()), accounts);
    }

    private static AccountRow holder(LegRow leg, Map<String, AccountRow> accounts) {
        return holder(leg.debitAccount, leg.creditAccount, accounts);
    }

    private static AccountRow holder(
            String debit, String credit, Map<String, AccountRow> accounts) {
        AccountRow debited = accountOf(debit, accounts);
        return debited.normal == Side.CREDIT ? debited : accountOf(credit, accounts);
    }

    private static AccountRow accountOf(String id, Map<String, AccountRow> accounts) {
        AccountRow row = accounts.get(id);
        if (row == null) {
            throw new IllegalStateException("not locked: " + id);
        }
        return row;
    }
}
