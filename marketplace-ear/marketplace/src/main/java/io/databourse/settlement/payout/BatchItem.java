package io.databourse.settlement.payout;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;

/// One party in a batch, netted, 轧差: due = payable − not yet due − owed + held, and paid + held +
/// carried = due.
///
/// @param payable what the exchange owes the party, less refunds and what is held
/// @param notYetDue earned after the cut-off day
/// @param owed by the party, for refunds of what it was paid
/// @param collected of what it owed
/// @param blocked whether nothing is paid because it is not known what became of the last payment
public record BatchItem(
        MerchantId party,
        String name,
        String creditCode,
        Money payable,
        Money notYetDue,
        Money owed,
        Money collected,
        Money due,
        Money paid,
        Money held,
        Money carried,
        boolean blocked) {
    public BatchItem {
        Money netted = payable.subtract(notYetDue).subtract(owed).add(held);
        if (!netted.equals(due) || !paid.add(held).add(carried).equals(due)) {
            throw new IllegalArgumentException("%s is not netted".formatted(party));
        }
    }
}
