package io.databourse.catalog;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "catalog_plan")
class PlanRow {
    @Id String id;

    @Column(name = "listing_id")
    String listingId;

    int position;
    String name;
    long units;
    long price;

    @Enumerated(EnumType.STRING)
    CurrencyCode currency;

    @Column(name = "unit_price")
    String unitPrice;

    @Column(name = "validity_days")
    int validityDays;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected PlanRow() {}

    PlanRow(ListingId listing, int position, Plan plan) {
        id = plan.id().value();
        listingId = listing.value();
        this.position = position;
        name = plan.name();
        units = plan.units();
        price = plan.price().minor();
        currency = plan.price().currency();
        unitPrice = plan.unitPrice();
        validityDays = plan.validityDays();
    }

    Plan toPlan() {
        return new Plan(
                new PlanId(id),
                name,
                units,
                Money.ofMinor(price, currency),
                unitPrice,
                validityDays);
    }
}
