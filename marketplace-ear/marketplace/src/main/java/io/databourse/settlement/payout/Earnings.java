package io.databourse.settlement.payout;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import java.util.List;

/// Where a party's money is.
///
/// @param payable earned, and not paid out yet
/// @param inDispute held until disputes are decided
/// @param owed what the party owes back; the next earnings cover it
/// @param onItsWay given to the bank, not known to have arrived
/// @param payouts the newest payments
public record Earnings(
        MerchantId party,
        Money payable,
        Money inDispute,
        Money owed,
        Money onItsWay,
        List<Payout> payouts) {
    public Earnings {
        payouts = List.copyOf(payouts);
    }
}
