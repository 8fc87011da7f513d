package io.databourse.order;

import io.databourse.catalog.ListingId;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import java.time.Instant;

/// What happened to an order or to a wallet.
public sealed interface OrderEvent {
    Instant at();

    record Placed(
            OrderId orderId,
            ListingId listingId,
            MerchantId buyer,
            MerchantId provider,
            Money amount,
            long units,
            TransferId reservation,
            Instant at)
            implements OrderEvent {}

    record Cancelled(
            OrderId orderId,
            MerchantId buyer,
            MerchantId provider,
            TransferId reservation,
            Instant at)
            implements OrderEvent {}

    record ToppedUp(MerchantId owner, Money amount, TransferId transfer, Instant at)
            implements OrderEvent {}
}
