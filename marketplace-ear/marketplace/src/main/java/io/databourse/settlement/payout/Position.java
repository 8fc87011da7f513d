package io.databourse.settlement.payout;

import io.databourse.merchant.MerchantId;
import io.databourse.settlement.PartnerRole;

/// What one party has in one role, in fen.
///
/// @param payable what the exchange owes it
/// @param notYetDue how much of that was earned after the cut-off day
/// @param owed what it owes the exchange
record Position(MerchantId party, PartnerRole role, long payable, long notYetDue, long owed) {
    /// What is due and covers what is owed.
    long collectable() {
        return Math.min(owed, due());
    }

    /// What may be paid out.
    long available() {
        return due() - collectable();
    }

    private long due() {
        return Math.max(0, payable - notYetDue);
    }
}
