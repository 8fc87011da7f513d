package io.databourse.ledger;

import io.databourse.ledger.Account.Side;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// An account with its balance, a snapshot of its entries.
@Entity
@Table(name = "ledger_account")
class AccountRow {
    @Id String id = "";
    String ledger = "";
    String name = "";

    @Enumerated(EnumType.STRING)
    Side normal = Side.CREDIT;

    @Column(name = "may_go_negative")
    boolean mayGoNegative;

    long posted;
    long held;

    static String id(Account account) {
        return account.ledger() + "/" + account.name();
    }

    /// Sets aside for a pending transfer.
    void hold(long amount) {
        requireAvailable(amount);
        held = Math.addExact(held, amount);
    }

    void unhold(long amount) {
        held = Math.subtractExact(held, amount);
    }

    /// One side of an entry; the other is zero.
    void move(long debit, long credit) {
        boolean grows = (normal == Side.DEBIT) == (debit > 0);
        if (grows) {
            grow(debit + credit);
        } else {
            shrink(debit + credit);
        }
    }

    void grow(long amount) {
        posted = Math.addExact(posted, amount);
    }

    void shrink(long amount) {
        requireAvailable(amount);
        posted = Math.subtractExact(posted, amount);
    }

    private void requireAvailable(long amount) {
        long available = Math.subtractExact(posted, held);
        if (!mayGoNegative && available < amount) {
            throw new InsufficientBalance(id, available, amount);
        }
    }
}
