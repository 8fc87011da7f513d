package io.databourse.ledger;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Transfers in two phases: what is set aside is posted, in part or in whole, or given back, once.
@ApplicationScoped
class PendingTransfers {
    private final LedgerStore store;
    private final TransferBook book;
    private final Clock clock;

    @Inject
    PendingTransfers(LedgerStore store, TransferBook book, Clock clock) {
        this.store = store;
        this.book = book;
        this.clock = clock;
    }

    TransferId hold(TransferRequest request, Optional<Instant> expiresAt) {
        return book.known(request, true)
                .orElseGet(() -> {
                    List<Move> moves = TransferBook.moves(request);
                    LockedAccounts.open(store, request.legs()).hold(moves);
                    TransferRow row =
                            TransferBook.row(request).begin(TransferState.PENDING, clock.instant());
                    row.expiresAt = expiresAt.orElse(null);
                    book.insert(row, moves);
                    return row.transferId();
                });
    }

    boolean post(TransferId id) {
        return resolve(id, TransferState.POSTED, row -> row.postedAmounts == null)
                .map(row -> post(row, book.asked(id)))
                .isPresent();
    }

    boolean post(TransferId id, List<Long> amounts) {
        long[] wanted = amounts.stream().mapToLong(Long::longValue).toArray();
        List<Move> asked = book.asked(id);
        requireWithin(asked, wanted);
        if (isAll(asked, wanted)) {
            return post(id);
        }
        return resolve(id, TransferState.POSTED, row -> Arrays.equals(row.postedAmounts, wanted))
                .map(row -> {
                    row.postedAmounts = wanted;
                    return post(row, asked);
                })
                .isPresent();
    }

    private TransferRow post(TransferRow row, List<Move> asked) {
        LockedAccounts accounts = LockedAccounts.of(store, asked);
        accounts.unhold(asked);
        List<Move> posted =
                row.postedAmounts == null
                        ? asked
                        : TransferBook.withAmounts(asked, row.postedAmounts);
        Instant now = clock.instant();
        accounts.enter(row.id, posted, now);
        store.settle(row, TransferState.POSTED, now);
        return row;
    }

    boolean release(TransferId id) {
        return resolve(id, TransferState.VOIDED, _ -> true)
                .map(row -> giveBack(row, TransferState.VOIDED))
                .isPresent();
    }

    /// @return false if it is not overdue, or somebody else was faster
    boolean expire(TransferId id) {
        return store.lockTransfer(id)
                .filter(row -> row.isOverdueAt(clock.instant()))
                .map(row -> giveBack(row, TransferState.EXPIRED))
                .isPresent();
    }

    private TransferRow giveBack(TransferRow row, TransferState state) {
        List<Move> asked = book.asked(row.transferId());
        LockedAccounts.of(store, asked).unhold(asked);
        store.settle(row, state, clock.instant());
        return row;
    }

    /// The transfer, if it is still to be resolved.
    ///
    /// @param again whether the transfer, being in that state, was resolved in just this way
    /// @throws Refusal if it was resolved in another way
    private Optional<TransferRow> resolve(
            TransferId id, TransferState state, Predicate<TransferRow> again) {
        TransferRow row = store.requireTransfer(id);
        if (row.state == TransferState.PENDING && !row.isOverdueAt(clock.instant())) {
            return Optional.of(row);
        }
        if (row.state == state && again.test(row)) {
            return Optional.empty();
        }
        throw Refusal.of(ErrorCode.STATE_CONFLICT, "Transfer %s %s.", id, outcome(row));
    }

    private static String outcome(TransferRow row) {
        return switch (row.state) {
            case PENDING -> "expired at " + row.expiresAt;
            case EXPIRED -> "expired at " + row.settledAt;
            case VOIDED -> "was voided at " + row.settledAt;
            case POSTED ->
                    (row.postedAmounts == null ? "was posted" : "was posted in part")
                            + " at "
                            + row.settledAt;
        };
    }

    private static void requireWithin(List<Move> asked, long[] amounts) {
        boolean within = amounts.length == asked.size() && Arrays.stream(amounts).sum() > 0;
        for (int i = 0; within && i < amounts.length; i++) {
            within = amounts[i] >= 0 && amounts[i] <= asked.get(i).amount();
        }
        if (!within) {
            throw new IllegalArgumentException(
                    "%s is not a part of %s".formatted(Arrays.toString(amounts), asked));
        }
    }

    private static boolean isAll(List<Move> asked, long[] amounts) {
        return Arrays.equals(asked.stream().mapToLong(Move::amount).toArray(), amounts);
    }
}
