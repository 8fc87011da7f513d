package io.databourse.ledger;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Transfers as they were asked for: one for each key.
@ApplicationScoped
class TransferBook {
    private final LedgerStore store;

    @Inject
    TransferBook(LedgerStore store) {
        this.store = store;
    }

    /// The transfer that has the request's key.
    ///
    /// @throws Refusal if it is for something else
    Optional<TransferId> known(TransferRequest request, boolean twoPhase) {
        return store.lockByKey(request.key())
                .map(row -> {
                    boolean same =
                            row.twoPhase == twoPhase
                                    && row.reverses == null
                                    && row.reason.equals(request.reason())
                                    && row.subjectId.equals(request.subjectId())
                                    && asked(row.transferId()).equals(moves(request));
                    if (!same) {
                        throw keyReused(row);
                    }
                    return row.transferId();
                });
    }

    static Refusal keyReused(TransferRow row) {
        return Refusal.of(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                "The key %s stands for transfer %s, which is for something else.",
                row.requestKey,
                row.id);
    }

    static List<Move> moves(TransferRequest request) {
        return request.legs().stream().map(Move::of).toList();
    }

    /// What a transfer was asked to move.
    List<Move> asked(TransferId id) {
        return store.legs(id).stream()
                .map(leg -> new Move(leg.debitAccount, leg.creditAccount, leg.amount))
                .toList();
    }

    /// What a posted transfer has moved.
    List<Move> posted(TransferRow row) {
        List<Move> asked = asked(row.transferId());
        return row.postedAmounts == null ? asked : withAmounts(asked, row.postedAmounts);
    }

    static List<Move> withAmounts(List<Move> asked, long[] amounts) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] > 0) {
                moves.add(asked.get(i).withAmount(amounts[i]));
            }
        }
        return moves;
    }

    static TransferRow row(TransferRequest request) {
        return TransferRow.of(
                request.key(), request.ledger(), request.reason(), request.subjectId());
    }

    void insert(TransferRow row, List<Move> moves) {
        List<LegRow> legs = new ArrayList<>();
        for (Move move : moves) {
            LegRow leg = new LegRow();
            leg.id = row.id + "/" + legs.size();
            leg.transferId = row.id;
            leg.position = legs.size();
            leg.debitAccount = move.debit();
            leg.creditAccount = move.credit();
            leg.amount = move.amount();
            legs.add(leg);
        }
        store.insert(row, legs);
    }
}
