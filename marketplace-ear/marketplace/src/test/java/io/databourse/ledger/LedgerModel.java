package io.databourse.ledger;

import io.databourse.call.ErrorCode;
import io.databourse.ledger.Account.Side;
import io.databourse.ledger.TransferRequest.Leg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A ledger as plain as can be, in memory and one call at a time. It predicts what the real one
/// answers to each call, and every balance after it.
final class LedgerModel {
    static final String ACCEPTED = "accepted";
    static final String REUSED = ErrorCode.IDEMPOTENCY_KEY_REUSED.name();
    static final String CONFLICT = ErrorCode.STATE_CONFLICT.name();

    private final Map<String, Kept> transfers = new HashMap<>();
    private final Map<Account, Cell> cells = new HashMap<>();

    /// One account.
    static final class Cell {
        long posted;
        long held;
        final List<Line> lines = new ArrayList<>();
    }

    record Line(long debit, long credit, long balanceAfter, Instant at) {}

    /// One transfer.
    static final class Kept {
        final TransferRequest request;
        final boolean twoPhase;
        final @Nullable Instant expiresAt;
        @Nullable String reverses;
        @Nullable String reversedBy;
        TransferState state = TransferState.PENDING;
        List<Leg> moved = List.of();

        Kept(TransferRequest request, boolean twoPhase, @Nullable Instant expiresAt) {
            this.request = request;
            this.twoPhase = twoPhase;
            this.expiresAt = expiresAt;
        }

        boolean isOpenAt(Instant now) {
            return state == TransferState.PENDING && !isOver(now);
        }

        boolean isOver(Instant now) {
            return expiresAt != null && !now.isBefore(expiresAt);
        }
    }

    static String insufficient(long available, long asked) {
        return "has %d of %d".formatted(available, asked);
    }

    Cell cell(Account account) {
        return cells.computeIfAbsent(account, _ -> new Cell());
    }

    Map<String, Kept> transfers() {
        return transfers;
    }

    String postNow(TransferRequest request, Instant now) {
        Kept known = transfers.get(request.key());
        if (known != null) {
            return answerAgain(known, request, false);
        }
        return enter(new Kept(request, false, null), request.legs(), now);
    }

    BatchOutcome postInBatch(TransferRequest request, Instant now) {
        boolean known = transfers.containsKey(request.key());
        String answer = postNow(request, now);
        if (answer.equals(ACCEPTED)) {
            return known ? BatchOutcome.REPLAYED : BatchOutcome.POSTED;
        }
        return answer.equals(REUSED) ? BatchOutcome.KEY_REUSED : BatchOutcome.INSUFFICIENT;
    }

    String pending(TransferRequest request, @Nullable Instant expiresAt) {
        Kept known = transfers.get(request.key());
        if (known != null) {
            return answerAgain(known, request, true);
        }
        Map<Account, Long> held = new HashMap<>();
        for (Leg leg : request.legs()) {
            for (Account account : losers(leg)) {
                long available = cell(account).posted - cell(account).held;
                long before = held.getOrDefault(account, 0L);
                if (!account.mayGoNegative() && available - before < leg.amount()) {
                    return insufficient(available - before, leg.amount());
                }
                held.put(account, before + leg.amount());
            }
        }
        held.forEach((account, amount) -> cell(account).held += amount);
        transfers.put(request.key(), new Kept(request, true, expiresAt));
        return ACCEPTED;
    }

    private static String answerAgain(Kept known, TransferRequest request, boolean twoPhase) {
        boolean same =
                known.twoPhase == twoPhase
                        && known.reverses == null
                        && known.request.equals(request);
        return same ? ACCEPTED : REUSED;
    }

    String post(String key, List<Long> amounts, Instant now) {
        Kept kept = kept(key);
        List<Leg> asked = kept.request.legs();
        List<Leg> wanted =
                IntStream.range(0, asked.size())
                        .filter(i -> amounts.get(i) > 0)
                        .mapToObj(i ->
                                new Leg(
                                        asked.get(i).debit(),
                                        asked.get(i).credit(),
                                        amounts.get(i)))
                        .toList();
        if (kept.isOpenAt(now)) {
            unhold(kept);
            enter(kept, wanted, now);
            return "true";
        }
        boolean again = kept.state == TransferState.POSTED && kept.moved.equals(wanted);
        return again ? "false" : CONFLICT;
    }

    String release(String key, Instant now) {
        Kept kept = kept(key);
        if (kept.isOpenAt(now)) {
            unhold(kept);
            kept.state = TransferState.VOIDED;
            return "true";
        }
        return kept.state == TransferState.VOIDED ? "false" : CONFLICT;
    }

    String expire(String key, Instant now) {
        Kept kept = kept(key);
        if (kept.state == TransferState.PENDING && kept.isOver(now)) {
            unhold(kept);
            kept.state = TransferState.EXPIRED;
            return "true";
        }
        return "false";
    }

    String reverse(String original, String key, String reason, Instant now) {
        Kept known = transfers.get(key);
        if (known != null) {
            boolean same = original.equals(known.reverses) && known.request.reason().equals(reason);
            return same ? ACCEPTED : REUSED;
        }
        Kept reversed = kept(original);
        if (reversed.state != TransferState.POSTED || reversed.reversedBy != null) {
            return CONFLICT;
        }
        List<Leg> back =
                reversed.moved.stream()
                        .map(leg -> new Leg(leg.credit(), leg.debit(), leg.amount()))
                        .toList();
        Kept reversal =
                new Kept(
                        new TransferRequest(key, back, reason, reversed.request.subjectId()),
                        false,
                        null);
        reversal.reverses = original;
        String answer = enter(reversal, back, now);
        if (answer.equals(ACCEPTED)) {
            reversed.reversedBy = key;
        }
        return answer;
    }

    private String enter(Kept kept, List<Leg> legs, Instant now) {
        Optional<String> shortage = shortage(legs);
        if (shortage.isPresent()) {
            return shortage.get();
        }
        for (Leg leg : legs) {
            line(leg.debit(), leg.amount(), 0, now);
            line(leg.credit(), 0, leg.amount(), now);
        }
        kept.state = TransferState.POSTED;
        kept.moved = legs;
        transfers.put(kept.request.key(), kept);
        return ACCEPTED;
    }

    private Optional<String> shortage(List<Leg> legs) {
        Map<Account, Long> moved = new HashMap<>();
        for (Leg leg : legs) {
            for (Account account : List.of(leg.debit(), leg.credit())) {
                boolean less = losers(leg).contains(account);
                long before = moved.getOrDefault(account, 0L);
                long available = cell(account).posted - cell(account).held + before;
                if (less && !account.mayGoNegative() && available < leg.amount()) {
                    return Optional.of(insufficient(available, leg.amount()));
                }
                moved.put(account, before + (less ? -leg.amount() : leg.amount()));
            }
        }
        return Optional.empty();
    }

    private void line(Account account, long debit, long credit, Instant now) {
        Cell cell = cell(account);
        cell.posted += account.normal() == Side.DEBIT ? debit - credit : credit - debit;
        cell.lines.add(new Line(debit, credit, cell.posted, now));
    }

    private void unhold(Kept kept) {
        for (Leg leg : kept.request.legs()) {
            losers(leg).forEach(account -> cell(account).held -= leg.amount());
        }
    }

    private static List<Account> losers(Leg leg) {
        List<Account> losers = new ArrayList<>();
        if (leg.debit().normal() == Side.CREDIT) {
            losers.add(leg.debit());
        }
        if (leg.credit().normal() == Side.DEBIT) {
            losers.add(leg.credit());
        }
        return losers;
    }

    private Kept kept(String key) {
        Kept kept = transfers.get(key);
        if (kept == null) {
            throw new IllegalArgumentException("no such transfer: " + key);
        }
        return kept;
    }
}
