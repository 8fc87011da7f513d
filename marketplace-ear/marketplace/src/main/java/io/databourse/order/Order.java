package io.databourse.order;

import io.databourse.catalog.ListingId;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingTerms;
import io.databourse.registration.ProductId;
import java.time.Instant;

/// A pack of units, or use at a price, that a buyer has put money aside for.
///
/// @param reservation the pending transfer from the buyer's prepaid money
public record Order(
        OrderId id,
        QuoteId quoteId,
        ListingId listingId,
        ProductId productId,
        String productName,
        MerchantId provider,
        String providerName,
        MerchantId buyer,
        String buyerName,
        Money amount,
        long units,
        ChargingTerms charging,
        int validityDays,
        OrderState state,
        TransferId reservation,
        Instant placedAt) {
    public boolean concerns(MerchantId organisation) {
        return buyer.equals(organisation) || provider.equals(organisation);
    }
}
