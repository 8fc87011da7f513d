package io.databourse.ledger;

import io.databourse.call.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Moves amounts between accounts. Every call joins the caller's transaction. A key stands for one
/// transfer for ever: asked for the same again, the answer is the first transfer; asked for
/// something else, it is a [Refusal] with the code `IDEMPOTENCY_KEY_REUSED`.
@ApplicationScoped
@Transactional
public class LedgerService {
    private final LedgerStore store;
    private final TransferBook book;
    private final PendingTransfers pendings;
    private final Reversals reversals;
    private final JpaLedgerBatch batch;
    private final Clock clock;

    @Inject
    LedgerService(
            LedgerStore store,
            TransferBook book,
            PendingTransfers pendings,
            Reversals reversals,
            JpaLedgerBatch batch,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.pendings = pendings;
        this.reversals = reversals;
        this.batch = batch;
        this.clock = clock;
    }

    /// Sets the amounts aside until [#post] or [#voidPending].
    ///
    /// @throws InsufficientBalance if an account that may not go negative has too little
    public TransferId pending(TransferRequest request) {
        return pendings.hold(request, Optional.empty());
    }

    /// Sets the amounts aside, and gives them back when nobody has resolved the transfer by then.
    ///
    /// @throws InsufficientBalance if an account that may not go negative has too little
    public TransferId pending(TransferRequest request, Instant expiresAt) {
        return pendings.hold(request, Optional.of(expiresAt));
    }

    /// Moves what [#pending] has set aside.
    ///
    /// @return false if that was done before
    /// @throws Refusal if it was resolved in another way, which the refusal names
    public boolean post(TransferId id) {
        return pendings.post(id);
    }

    /// Moves a part of what [#pending] has set aside, and gives back the rest.
    ///
    /// @param amounts one for each leg, from 0 to what the leg asked for; not all 0
    /// @return false if that was done before
    /// @throws Refusal if it was resolved in another way, which the refusal names
    public boolean post(TransferId id, List<Long> amounts) {
        return pendings.post(id, amounts);
    }

    /// Gives back what [#pending] has set aside.
    ///
    /// @return false if that was done before
    /// @throws Refusal if it was resolved in another way, which the refusal names
    public boolean voidPending(TransferId id) {
        return pendings.release(id);
    }

    /// Pending transfers whose time is over, the oldest first.
    public List<TransferId> overdue(int most) {
        return store.overdue(clock.instant(), most);
    }

    /// Gives back what a transfer has set aside whose time is over.
    ///
    /// @return false if it is not, or if it was resolved before
    public boolean expire(TransferId id) {
        return pendings.expire(id);
    }

    /// Moves the amounts at once.
    ///
    /// @throws InsufficientBalance if an account that may not go negative has too little
    public TransferId postNow(TransferRequest request) {
        return book.known(request, false)
                .orElseGet(() -> {
                    LockedAccounts accounts = LockedAccounts.open(store, request.legs());
                    List<Move> moves = TransferBook.moves(request);
                    Instant now = clock.instant();
                    TransferRow row = TransferBook.row(request).begin(TransferState.POSTED, now);
                    book.insert(row, moves);
                    accounts.enter(row.id, moves, now);
                    return row.transferId();
                });
    }

    /// Takes a posted transfer back by a new one: what it moved, the other way round. That is done
    /// once; a reversal can be reversed like any other transfer.
    ///
    /// @throws Refusal if the transfer is not posted, or was reversed with another key
    /// @throws InsufficientBalance if an account has too little left of what it got
    public TransferId reverse(TransferId transfer, String key, String reason) {
        return reversals.reverse(transfer, key, reason);
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

    /// What had been posted to the account at that time.
    public long balanceAt(Account account, Instant at) {
        return store.balanceAt(AccountRow.id(account), at).orElse(0L);
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
                .map(row -> new Transfer(row.transferId(), row.subjectId, row.state));
    }

    /// Recounts every ledger from its entries.
    public LedgerProof proof() {
        List<LedgerProof.LedgerSum> sums = store.sums();
        return new LedgerProof(
                sums,
                sums.stream().allMatch(sum -> sum.difference() == 0 && sum.accountsAstray() == 0));
    }
}
