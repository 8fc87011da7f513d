package io.databourse.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import io.databourse.json.Json;
import io.databourse.money.CurrencyCode;
import io.databourse.pricing.book.PriceStep;
import io.databourse.pricing.book.PriceVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

@Entity
@Table(name = "catalog_price")
@IdClass(PriceRow.Key.class)
class PriceRow {
    @Id
    @Column(name = "listing_id")
    String listingId;

    @Id int version;

    @Column(name = "effective_from")
    Instant effectiveFrom;

    @Enumerated(EnumType.STRING)
    CurrencyCode currency;

    String steps;
    String hash;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected PriceRow() {}

    PriceRow(ListingId listing, PriceVersion price) {
        listingId = listing.value();
        version = price.number();
        effectiveFrom = price.effectiveFrom();
        currency = price.currency();
        steps = Json.write(price.steps());
        hash = price.hash();
    }

    PriceVersion toPrice() {
        var price =
                new PriceVersion(
                        version,
                        effectiveFrom,
                        currency,
                        Json.read(steps, new TypeReference<List<PriceStep>>() {}));
        if (!price.hash().equals(hash)) {
            throw new IllegalStateException(
                    "price %d of %s is not what was written".formatted(version, listingId));
        }
        return price;
    }

    record Key(String listingId, int version) implements Serializable {}
}
