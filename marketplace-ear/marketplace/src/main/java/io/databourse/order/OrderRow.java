package io.databourse.order;

import io.databourse.catalog.ListingId;
import io.databourse.json.Json;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingTerms;
import io.databourse.registration.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "order_order")
class OrderRow {
    @Id String id;

    @Column(name = "quote_id")
    String quoteId;

    @Column(name = "listing_id")
    String listingId;

    @Column(name = "product_id")
    String productId;

    @Column(name = "product_name")
    String productName;

    @Column(name = "provider_id")
    String providerId;

    @Column(name = "provider_name")
    String providerName;

    @Column(name = "buyer_id")
    String buyerId;

    @Column(name = "buyer_name")
    String buyerName;

    long amount;

    @Enumerated(EnumType.STRING)
    CurrencyCode currency;

    long units;
    String charging;

    @Column(name = "validity_days")
    int validityDays;

    @Enumerated(EnumType.STRING)
    OrderState state;

    @Column(name = "reservation_id")
    String reservationId;

    @Column(name = "placed_at")
    Instant placedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected OrderRow() {}

    OrderRow(Order order) {
        id = order.id().value();
        quoteId = order.quoteId().value();
        listingId = order.listingId().value();
        productId = order.productId().value();
        productName = order.productName();
        providerId = order.provider().value();
        providerName = order.providerName();
        buyerId = order.buyer().value();
        buyerName = order.buyerName();
        amount = order.amount().minor();
        currency = order.amount().currency();
        units = order.units();
        charging = Json.write(order.charging());
        validityDays = order.validityDays();
        state = order.state();
        reservationId = order.reservation().value();
        placedAt = order.placedAt();
    }

    Order toOrder() {
        return new Order(
                new OrderId(id),
                new QuoteId(quoteId),
                new ListingId(listingId),
                new ProductId(productId),
                productName,
                new MerchantId(providerId),
                providerName,
                new MerchantId(buyerId),
                buyerName,
                Money.ofMinor(amount, currency),
                units,
                Json.read(charging, ChargingTerms.class),
                validityDays,
                state,
                new TransferId(reservationId),
                placedAt);
    }
}
