package io.databourse.ledger;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Takes transfers back, 冲正: by a new transfer of the same amounts the other way round, once.
@ApplicationScoped
class Reversals {
    private final LedgerStore store;
    private final TransferBook book;
    private final Clock clock;

    @Inject
    Reversals(LedgerStore store, TransferBook book, Clock clock) {
        this.store = store;
        this.book = book;
        this.clock = clock;
    }

    TransferId reverse(TransferId original, String key, String reason) {
        // Locked first: whoever else reverses it waits here.
        TransferRow reversed = store.requireTransfer(original);
        var known = store.lockByKey(key);
        if (known.isPresent()) {
            return again(known.get(), original, reason);
        }
        if (reversed.state != TransferState.POSTED) {
            throw Refusal.of(
                    ErrorCode.STATE_CONFLICT,
                    "Transfer %s is %s: there is nothing to reverse.",
                    original,
                    reversed.state);
        }
        store.reversalOf(original)
                .ifPresent(first -> {
                    throw Refusal.of(
                            ErrorCode.STATE_CONFLICT,
                            "Transfer %s was reversed by %s at %s.",
                            original,
                            first.id,
                            first.settledAt);
                });
        return post(reversed, key, reason);
    }

    private static TransferId again(TransferRow known, TransferId original, String reason) {
        if (!original.value().equals(known.reverses) || !known.reason.equals(reason)) {
            throw TransferBook.keyReused(known);
        }
        return known.transferId();
    }

    private TransferId post(TransferRow reversed, String key, String reason) {
        List<Move> moves = book.posted(reversed).stream().map(Move::back).toList();
        LockedAccounts accounts = LockedAccounts.of(store, moves);
        Instant now = clock.instant();
        TransferRow row =
                TransferRow.of(key, reversed.ledger, reason, reversed.subjectId)
                        .begin(TransferState.POSTED, now);
        row.reverses = reversed.id;
        book.insert(row, moves);
        accounts.enter(row.id, moves, now);
        return row.transferId();
    }
}
