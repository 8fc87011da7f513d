package io.databourse.settlement.payout;

import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import java.time.Instant;

/// What happens in settlement runs and payments.
public sealed interface PayoutEvent {
    Instant at();

    /// A batch was netted.
    record Settled(SettlementBatch batch, Instant at) implements PayoutEvent {}

    /// The state of a payment order changed.
    ///
    /// @param detail what the bank said, or its number of the payment
    record Changed(
            PayoutId id,
            BatchId batch,
            MerchantId party,
            Money amount,
            PayoutState state,
            String detail,
            Instant at)
            implements PayoutEvent {}

    /// The bank says another thing than it said before. Nothing was booked; somebody has to ask it.
    record Contradicted(
            PayoutId id,
            BatchId batch,
            MerchantId party,
            PayoutState state,
            String said,
            Instant at)
            implements PayoutEvent {}
}
