package io.databourse.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port to storage. Rows are live: what is changed on them within a transaction is kept.
interface LedgerStore {
    /// Creates the account unless it is there.
    void open(Account account);

    /// The account, locked until the transaction ends.
    AccountRow lock(String accountId);

    Optional<AccountRow> account(String accountId);

    /// The transfer of that key, locked until the transaction ends.
    Optional<TransferRow> lockByKey(String requestKey);

    Optional<TransferRow> lockTransfer(TransferId id);

    default TransferRow requireTransfer(TransferId id) {
        return lockTransfer(id)
                .orElseThrow(() -> new IllegalArgumentException("no such transfer: " + id));
    }

    Optional<TransferRow> reversalOf(TransferId id);

    /// Pending transfers whose time is over, the oldest first.
    List<TransferId> overdue(Instant now, int most);

    void insert(TransferRow transfer, List<LegRow> legs);

    List<LegRow> legs(TransferId id);

    void insert(EntryRow entry);

    /// The account's lines, newest first, with a number less than `before`.
    List<Entry> entries(String accountId, long before, int most);

    /// The balance after the account's last entry at that time or before.
    Optional<Long> balanceAt(String accountId, Instant at);

    List<LedgerProof.LedgerSum> sums();

    /// Sets the transfer's state for good.
    void settle(TransferRow transfer, TransferState state, Instant at);
}
