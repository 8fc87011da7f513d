package io.databourse.ledger;

import io.databourse.ledger.Account.Side;
import io.databourse.ledger.LedgerModel.Kept;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/// Random requests between ten accounts of all kinds: of the outside world, owed, and owned; and
/// one that only disputes use, for what they hold.
final class RandomRequests {
    private final String run = UUID.randomUUID().toString();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final Account hold;
    private final Random random;

    private record Held(Leg leg, long amount) {}

    RandomRequests(Random random) {
        this.random = random;
        accounts.add(new Account("TEST", "world:" + run, Side.DEBIT, true));
        accounts.add(new Account("TEST", "owed:" + run, Side.DEBIT, false));
        for (int i = 0; i < 8; i++) {
            accounts.add(new Account("TEST", i + ":" + run, Side.CREDIT, false));
        }
        hold = new Account("TEST", "hold:" + run, Side.CREDIT, false);
    }

    List<Account> accounts() {
        return Stream.concat(accounts.stream(), Stream.of(hold)).toList();
    }

    /// Mostly a new one; some that are known, some of these with other content.
    TransferRequest next(List<String> keys, LedgerModel model) {
        int dice = keys.isEmpty() ? 99 : random.nextInt(100);
        Kept known = dice < 15 ? model.transfers().get(any(keys)) : null;
        if (known != null && dice < 12) {
            return known.request;
        }
        List<Leg> legs = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(6) == 0 ? 0 : random.nextInt(accounts.size());
            int to = (from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
            long amount = random.nextLong(1, from == 0 ? 1000 : 100);
            legs.add(new Leg(accounts.get(from), accounts.get(to), amount));
        }
        String key = known == null ? newKey() : known.request.key();
        return new TransferRequest(key, legs, "reason " + random.nextInt(3), "subject");
    }

    /// A part of a transfer's first leg, back.
    TransferRequest refund(Kept paid) {
        Leg leg = paid.moved.getFirst();
        return request(
                "refund",
                List.of(new Leg(/* debit= */ leg.credit(), /* credit= */ leg.debit(), part(leg))));
    }

    /// A part of a transfer's first leg, to be held until somebody decides.
    TransferRequest dispute(Kept paid) {
        Leg leg = paid.moved.getFirst();
        return request(
                "dispute",
                List.of(new Leg(/* debit= */ leg.credit(), /* credit= */ hold, part(leg))));
    }

    /// What a dispute holds of a transfer's first leg.
    void holds(Kept paid, TransferRequest dispute) {
        held.add(new Held(paid.moved.getFirst(), dispute.legs().getFirst().amount()));
    }

    /// What one of the disputes holds goes to either side, or to both.
    Optional<TransferRequest> decision() {
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Held decided = held.remove(random.nextInt(held.size()));
        long back = random.nextLong(decided.amount + 1);
        List<Leg> legs = new ArrayList<>();
        if (back > 0) {
            legs.add(new Leg(/* debit= */ hold, /* credit= */ decided.leg.debit(), back));
        }
        if (back < decided.amount) {
            legs.add(
                    new Leg(
                            /* debit= */ hold,
                            /* credit= */ decided.leg.credit(),
                            decided.amount - back));
        }
        return Optional.of(request("decision", legs));
    }

    private long part(Leg leg) {
        return random.nextLong(leg.amount()) + 1;
    }

    private TransferRequest request(String reason, List<Leg> legs) {
        return new TransferRequest(newKey(), legs, reason, "subject");
    }

    String newKey() {
        return run + "/" + random.nextLong();
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
