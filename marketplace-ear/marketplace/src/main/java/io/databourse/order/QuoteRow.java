package io.databourse.order;

import com.fasterxml.jackson.core.type.TypeReference;
import io.databourse.catalog.ListingId;
import io.databourse.catalog.PlanId;
import io.databourse.json.Json;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingTerms;
import io.databourse.pricing.book.ExplainedLine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "order_quote")
class QuoteRow {
    @Id String id;

    @Column(name = "listing_id")
    String listingId;

    @Column(name = "plan_id")
    @Nullable String planId;

    @Column(name = "product_name")
    String productName;

    @Column(name = "buyer_id")
    String buyerId;

    long amount;

    @Enumerated(EnumType.STRING)
    CurrencyCode currency;

    long units;
    String explanation;
    String charging;
    String steps;

    @Column(name = "expires_at")
    Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected QuoteRow() {}

    QuoteRow(Quote quote) {
        id = quote.id().value();
        listingId = quote.listingId().value();
        planId = quote.planId().map(PlanId::value).orElse(null);
        productName = quote.productName();
        buyerId = quote.buyer().value();
        amount = quote.amount().minor();
        currency = quote.amount().currency();
        units = quote.units();
        explanation = Json.write(quote.explanation());
        charging = Json.write(quote.charging());
        steps = Json.write(quote.steps());
        expiresAt = quote.expiresAt();
    }

    Quote toQuote() {
        return new Quote(
                new QuoteId(id),
                new ListingId(listingId),
                Optional.ofNullable(planId).map(PlanId::new),
                productName,
                new MerchantId(buyerId),
                Money.ofMinor(amount, currency),
                units,
                Json.read(explanation, new TypeReference<List<String>>() {}),
                Json.read(charging, ChargingTerms.class),
                Json.read(steps, new TypeReference<List<ExplainedLine>>() {}),
                expiresAt);
    }
}
