package io.databourse.ledger;

import io.databourse.ledger.TransferRequest.Leg;

/// A leg by the ids of its accounts.
record Move(String debit, String credit, long amount) {
    static Move of(Leg leg) {
        return new Move(AccountRow.id(leg.debit()), AccountRow.id(leg.credit()), leg.amount());
    }

    Move withAmount(long other) {
        return new Move(debit, credit, other);
    }

    Move back() {
        return new Move(/* debit= */ credit, /* credit= */ debit, amount);
    }
}
