package io.databourse.ledger;

import io.databourse.ledger.Account.Side;
import io.databourse.ledger.LedgerModel.Kept;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Random requests between ten accounts of all kinds: of the outside world, owed, and owned.
final class RandomRequests {
    private final String run = UUID.randomUUID().toString();
    private final List<Account> accounts = new ArrayList<>();
    private final Random random;

    RandomRequests(Random random) {
        this.random = random;
        accounts.add(new Account("TEST", "world:" + run, Side.DEBIT, true));
        accounts.add(new Account("TEST", "owed:" + run, Side.DEBIT, false));
        for (int i = 0; i < 8; i++) {
            accounts.add(new Account("TEST", i + ":" + run, Side.CREDIT, false));
        }
    }

    List<Account> accounts() {
        return accounts;
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

    String newKey() {
        return run + "/" + random.nextLong();
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
